/**
 * Every problem code the server may answer with, and what becomes of a send that hears it.
 * `contracts` holds the same catalogue for the services; a test compares the two.
 */
export const codes = [
  'malformed',
  'unknown_frame',
  'invalid_body',
  'unknown_type',
  'too_large',
  'token_missing',
  'token_invalid',
  'token_expired',
  'token_stale',
  'credentials_wrong',
  'second_factor_needed',
  'right_missing',
  'not_found',
  'not_member',
  'unknown_conversation',
  'muted_account',
  'muted_member',
  'muted_group',
  'group_disabled',
  'blocked',
  'not_friends',
  'client_msg_id_reused',
  'idempotency_key_reused',
  'out_of_order',
  'in_progress',
  'recall_window_over',
  'edit_window_over',
  'conflict',
  'name_taken',
  'last_administrator',
  'rate_limited',
  'busy',
  'unavailable',
  'stale_command',
  'internal',
] as const

export type Code = (typeof codes)[number]

/** Codes this side makes itself. */
export const localCodes = ['unreachable', 'expired', 'signed_out'] as const

export type LocalCode = (typeof localCodes)[number]
