-- Roles and rights, once per database, by a superuser. Safe to repeat.
--
-- Run in the database itself, which must exist:
--   psql -v database=visavis -v owner_password=… -v app_password=… -f bootstrap-roles.sql <superuser URL>
-- The launcher (npm start, npm test) runs this very file, so development and production cannot differ.
--
--   visavis_owner   owns the database and its schema, runs migrations; row-level security is forced on it
--   visavis_app     what the API and the worker sign in as: owns nothing, bypasses nothing
--   visavis_system  nobody can sign in as it; owns the few named functions that look across practices

do $$
begin
  if not exists (select from pg_roles where rolname = 'visavis_owner') then create role visavis_owner; end if;
  if not exists (select from pg_roles where rolname = 'visavis_app') then create role visavis_app; end if;
  if not exists (select from pg_roles where rolname = 'visavis_system') then create role visavis_system; end if;
end
$$;

alter role visavis_owner login nosuperuser nocreatedb nocreaterole nobypassrls password :'owner_password';
alter role visavis_app login nosuperuser nocreatedb nocreaterole nobypassrls password :'app_password';
alter role visavis_system nologin nosuperuser nocreatedb nocreaterole bypassrls;

-- Migrations hand functions over to visavis_system and grant rights on them. BYPASSRLS is not inherited.
grant visavis_system to visavis_owner with set true, inherit true, admin false;

alter database :"database" owner to visavis_owner;
revoke all on database :"database" from public;
grant connect on database :"database" to visavis_app;

create extension if not exists btree_gist with schema public;

alter schema public owner to visavis_owner;
revoke all on schema public from public;
grant usage on schema public to visavis_app;
grant usage, create on schema public to visavis_system;

-- PostgreSQL lets everyone execute a new function. Here each one needs a written GRANT EXECUTE.
alter default privileges for role visavis_owner revoke execute on functions from public;
alter default privileges for role visavis_system revoke execute on functions from public;
