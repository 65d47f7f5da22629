import type * as z from 'zod';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** What the document says of one route, with the very schemas that validate it. */
export interface Described {
  readonly says: string;
  readonly query?: z.core.$ZodObject;
  readonly asks?: z.core.$ZodType;
  readonly answers?: z.core.$ZodType;
  /** The reply is a file of this type, instead of `answers`. */
  readonly file?: string;
  /** 200 unless told. */
  readonly status?: 201 | 202 | 204;
  /** Sent again under the same `Idempotency-Key` it answers again and does nothing more. */
  readonly repeatable?: true;
}

/** By path, as OpenAPI writes it: `/api/members/{id}`. */
export type Routes = Readonly<Record<string, Partial<Record<Method, Described>>>>;
