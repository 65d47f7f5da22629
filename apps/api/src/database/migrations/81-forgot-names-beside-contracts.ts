import { StatementsMigration } from './statements-migration';

/** Whoever is erased goes from beside the contracts by the same function that erases them everywhere else. */
export class ForgotNamesBesideContracts1795000000081 extends StatementsMigration {
  readonly name = 'ForgotNamesBesideContracts1795000000081';

  readonly statements = [
    `CREATE OR REPLACE FUNCTION erase_member(p_practice uuid, p_member uuid, p_by uuid, p_audit uuid, p_now timestamptz) RETURNS boolean
     LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
     DECLARE
       gone record;
       unsent record;
       own record;
       own_supervisor uuid;
       nobody text := p_member || '@erased.invalid';
     BEGIN
       SELECT m.account_id, m.email INTO gone FROM member m
       WHERE m.practice_id = p_practice AND m.id = p_member AND m.erased_at IS NULL FOR UPDATE;
       IF NOT FOUND THEN
         RETURN false;
       END IF;
       UPDATE member m SET status = 'deactivated', deactivated_at = coalesce(m.deactivated_at, p_now), erased_at = p_now,
         name = '–', email = nobody
       WHERE m.practice_id = p_practice AND m.id = p_member;
       UPDATE supervisor s SET active = false, name = '–', email = nobody, slug = 'erased-' || replace(s.id::text, '-', ''),
         introduction = '{"fr": "", "en": ""}', feed_version = s.feed_version + 1, feed_details = false
       WHERE s.practice_id = p_practice AND s.member_id = p_member
       RETURNING s.id INTO own_supervisor;
       IF own_supervisor IS NOT NULL THEN
         DELETE FROM supervisor_former_slug f WHERE f.practice_id = p_practice AND f.supervisor_id = own_supervisor;
         DELETE FROM blocked_contact b WHERE b.practice_id = p_practice AND b.supervisor_id = own_supervisor;
         UPDATE availability_override o SET label = NULL WHERE o.practice_id = p_practice AND o.supervisor_id = own_supervisor;
         UPDATE appointment a SET title = NULL
         WHERE a.practice_id = p_practice AND a.supervisor_id = own_supervisor AND a.title IS NOT NULL;
       END IF;
       -- Letters that have not left, to them and about what they told as a visitor.
       UPDATE letter l SET state = 'superseded', failure = 'erased'
       WHERE l.practice_id = p_practice AND l.state = 'planned' AND (l.member_id = p_member
         OR l.appointment_id IN (SELECT d.id FROM discovery_call d
           WHERE d.practice_id = p_practice AND lower(d.email) = gone.email AND d.erased_at IS NULL)
         OR (l.recipient = 'supervisor' AND l.appointment_id IN (SELECT a.id FROM appointment a
           WHERE a.practice_id = p_practice AND a.supervisor_id = own_supervisor)));
       UPDATE discovery_call d SET first_name = NULL, last_name = NULL, email = NULL, phone = NULL, words = NULL,
         open = false, erased_at = p_now
       WHERE d.practice_id = p_practice AND lower(d.email) = gone.email AND d.erased_at IS NULL;
       DELETE FROM contract_comment c WHERE c.practice_id = p_practice AND c.member_id = p_member;
       -- A contract that was never proposed is nobody's evidence.
       FOR unsent IN SELECT c.id FROM contract c WHERE c.practice_id = p_practice AND c.coach_member_id = p_member
         AND NOT EXISTS (SELECT 1 FROM contract_text t WHERE t.practice_id = c.practice_id AND t.contract_id = c.id) LOOP
         DELETE FROM letter l WHERE l.practice_id = p_practice AND l.contract_id = unsent.id;
         DELETE FROM contract_comment k WHERE k.practice_id = p_practice AND k.contract_id = unsent.id;
         DELETE FROM contract_event e WHERE e.practice_id = p_practice AND e.contract_id = unsent.id;
         DELETE FROM contract_version v WHERE v.practice_id = p_practice AND v.contract_id = unsent.id;
         DELETE FROM contract c WHERE c.practice_id = p_practice AND c.id = unsent.id;
       END LOOP;
       -- What was frozen and signed keeps the names; what stands beside it does not, nor what was given as a reason.
       FOR own IN SELECT c.id, c.coach_member_id IS NOT DISTINCT FROM p_member AS is_coach FROM contract c
         WHERE c.practice_id = p_practice AND (c.coach_member_id = p_member OR c.supervisor_id = own_supervisor) LOOP
         UPDATE contract c SET coach_name = CASE WHEN own.is_coach THEN NULL ELSE c.coach_name END,
           coach_email = CASE WHEN own.is_coach THEN NULL ELSE c.coach_email END,
           suspension = c.suspension || '{"reason": ""}', notice = c.notice || '{"reason": ""}'
         WHERE c.practice_id = p_practice AND c.id = own.id;
         UPDATE contract_version v
         SET draft = v.draft #- ARRAY['parties', CASE WHEN own.is_coach THEN 'coach' ELSE 'supervisor' END]
         WHERE v.practice_id = p_practice AND v.contract_id = own.id;
       END LOOP;
       UPDATE invitation i SET email = i.id || '@erased.invalid', name = '–',
         state = CASE WHEN i.state = 'open' THEN 'withdrawn' ELSE i.state END
       WHERE i.practice_id = p_practice AND (i.member_id = p_member OR i.email = gone.email);
       DELETE FROM session s WHERE s.account_id = gone.account_id AND s.practice_id = p_practice;
       DELETE FROM membership_index x WHERE x.account_id = gone.account_id AND x.practice_id = p_practice;
       IF NOT EXISTS (SELECT 1 FROM membership_index x WHERE x.account_id = gone.account_id) THEN
         PERFORM empty_account(gone.account_id);
       END IF;
       INSERT INTO audit_event (practice_id, id, at, actor, member_id, act, object_id)
       VALUES (p_practice, p_audit, p_now, 'member', p_by, 'member-erased', p_member);
       RETURN true;
     END $$`,
    `GRANT UPDATE (coach_name, coach_email, suspension, notice) ON contract TO visavis_system`,
    `GRANT UPDATE (draft) ON contract_version TO visavis_system`,
  ];
}
