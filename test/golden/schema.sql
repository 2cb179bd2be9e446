-- Extensions

CREATE EXTENSION citext;
CREATE EXTENSION pg_trgm;

-- Functions

CREATE OR REPLACE FUNCTION public.blob_let_go()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN
    IF TG_OP = 'DELETE' OR NEW.blob_hash IS DISTINCT FROM OLD.blob_hash THEN INSERT INTO blob_let_go (hash) VALUES (OLD.blob_hash); END IF;
    RETURN NULL;
  END $function$
;
CREATE OR REPLACE FUNCTION public.customers_alike(wanted text, at_most integer)
 RETURNS TABLE(id bigint)
 LANGUAGE sql
 STABLE
 SET "pg_trgm.word_similarity_threshold" TO '0.33'
AS $function$
      (SELECT c.id FROM customer c WHERE wanted <% c.name ORDER BY word_similarity(wanted, c.name) DESC LIMIT at_most)
      UNION (SELECT a.customer_id FROM customer_address a WHERE wanted <% a.address::text
        ORDER BY word_similarity(wanted, a.address::text) DESC LIMIT at_most)
    $function$
;
CREATE OR REPLACE FUNCTION public.promise_outcome_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN
    UPDATE promise SET has_outcome = (TG_OP = 'INSERT') WHERE id = coalesce(NEW.promise_id, OLD.promise_id);
    RETURN NULL;
  END $function$
;
CREATE OR REPLACE FUNCTION public.search_conversation_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN
    INSERT INTO search_due SELECT id FROM message WHERE conversation_id = NEW.id ORDER BY id
      ON CONFLICT (message_id) DO UPDATE SET message_id = excluded.message_id;
    RETURN NULL;
  END $function$
;
CREATE OR REPLACE FUNCTION public.search_customer_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN
    INSERT INTO search_due SELECT m.id FROM message m JOIN conversation c ON c.id = m.conversation_id WHERE c.customer_id = NEW.id ORDER BY m.id
      ON CONFLICT (message_id) DO UPDATE SET message_id = excluded.message_id;
    RETURN NULL;
  END $function$
;
CREATE OR REPLACE FUNCTION public.search_message_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN
    INSERT INTO search_due VALUES (NEW.id) ON CONFLICT (message_id) DO UPDATE SET message_id = excluded.message_id;
    RETURN NULL;
  END $function$
;

CREATE TABLE account_token (
  token_hash bytea NOT NULL,
  purpose text NOT NULL,
  person_id bigint NOT NULL,
  created_by bigint,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  used_at timestamp with time zone,
  CONSTRAINT account_token_pkey PRIMARY KEY (token_hash),
  CONSTRAINT account_token_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id) ON DELETE SET NULL,
  CONSTRAINT account_token_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  CONSTRAINT account_token_purpose_check CHECK ((purpose = ANY (ARRAY['invite'::text, 'reset'::text])))
);

CREATE TABLE attachment (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  message_id bigint,
  draft_id bigint,
  "position" integer DEFAULT 0 NOT NULL,
  name text NOT NULL,
  type text NOT NULL,
  size integer NOT NULL,
  content_id text,
  is_inline boolean DEFAULT false NOT NULL,
  blob_hash bytea NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT attachment_pkey PRIMARY KEY (id),
  CONSTRAINT attachment_blob_hash_fkey FOREIGN KEY (blob_hash) REFERENCES blob(hash),
  CONSTRAINT attachment_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES draft(id) ON DELETE SET NULL,
  CONSTRAINT attachment_message_id_fkey FOREIGN KEY (message_id) REFERENCES message(id) ON DELETE CASCADE
);
CREATE INDEX attachment_by_blob ON attachment (blob_hash);
CREATE INDEX attachment_by_draft ON attachment (draft_id) WHERE (draft_id IS NOT NULL);
CREATE INDEX attachment_by_message ON attachment (message_id);
CREATE TRIGGER blob_let_go AFTER DELETE OR UPDATE OF blob_hash ON attachment FOR EACH ROW WHEN ((old.blob_hash IS NOT NULL)) EXECUTE FUNCTION blob_let_go();

CREATE TABLE automatic_mail (
  address citext NOT NULL,
  at timestamp with time zone NOT NULL
);
CREATE INDEX automatic_mail_by_address ON automatic_mail (address, at);

CREATE TABLE blob (
  hash bytea NOT NULL,
  size integer NOT NULL,
  bytes bytea NOT NULL STORAGE EXTERNAL,
  CONSTRAINT blob_pkey PRIMARY KEY (hash)
);

CREATE TABLE blob_let_go (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  hash bytea NOT NULL,
  CONSTRAINT blob_let_go_pkey PRIMARY KEY (id)
);

CREATE TABLE blocked_sender (
  pattern citext NOT NULL,
  blocked_by bigint,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT blocked_sender_pkey PRIMARY KEY (pattern),
  CONSTRAINT blocked_sender_blocked_by_fkey FOREIGN KEY (blocked_by) REFERENCES person(id) ON DELETE SET NULL
);

CREATE TABLE commitment (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  message_id bigint NOT NULL,
  start_at integer NOT NULL,
  end_at integer NOT NULL,
  kind text NOT NULL,
  amount numeric,
  currency text,
  CONSTRAINT commitment_pkey PRIMARY KEY (id),
  CONSTRAINT commitment_message_id_fkey FOREIGN KEY (message_id) REFERENCES message(id) ON DELETE CASCADE,
  CONSTRAINT commitment_check CHECK (((0 <= start_at) AND (start_at <= end_at))),
  CONSTRAINT commitment_kind_check CHECK ((kind = ANY (ARRAY['refund'::text, 'credit'::text, 'replacement'::text, 'discount'::text, 'free-period'::text, 'exception'::text])))
);
CREATE INDEX commitment_by_message ON commitment (message_id);

CREATE TABLE conversation (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  subject text NOT NULL,
  status text NOT NULL,
  ending text,
  ending_reason text,
  customer_id bigint NOT NULL,
  mailbox_ids bigint[] NOT NULL,
  lent_mailbox_ids bigint[] DEFAULT '{}'::bigint[] NOT NULL,
  assignee_id bigint,
  snoozed_until timestamp with time zone,
  next_update_due_at timestamp with time zone,
  waiting_since timestamp with time zone,
  last_activity_at timestamp with time zone NOT NULL,
  last_message_id bigint,
  last_inbound_at timestamp with time zone,
  preview text DEFAULT ''::text NOT NULL,
  message_count integer DEFAULT 0 NOT NULL,
  has_attachments boolean DEFAULT false NOT NULL,
  trouble text,
  merged_into_id bigint,
  is_sample boolean DEFAULT false NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT conversation_pkey PRIMARY KEY (id),
  CONSTRAINT conversation_assignee_id_fkey FOREIGN KEY (assignee_id) REFERENCES person(id) ON DELETE SET NULL,
  CONSTRAINT conversation_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer(id),
  CONSTRAINT conversation_merged_into_id_fkey FOREIGN KEY (merged_into_id) REFERENCES conversation(id),
  CONSTRAINT conversation_check CHECK (((status = 'resolved'::text) = (ending IS NOT NULL))),
  CONSTRAINT conversation_ending_check CHECK ((ending = ANY (ARRAY['confirmed'::text, 'silent'::text, 'closed'::text]))),
  CONSTRAINT conversation_status_check CHECK ((status = ANY (ARRAY['open'::text, 'waiting'::text, 'resolved'::text, 'spam'::text, 'trash'::text])))
);
CREATE INDEX conversation_by_activity ON conversation (last_activity_at DESC, id DESC) WHERE ((merged_into_id IS NULL) AND (status = ANY (ARRAY['open'::text, 'waiting'::text, 'resolved'::text])));
CREATE INDEX conversation_by_assignee ON conversation (assignee_id, status, last_activity_at DESC) WHERE (merged_into_id IS NULL);
CREATE INDEX conversation_by_customer ON conversation (customer_id, last_activity_at DESC);
CREATE INDEX conversation_by_status ON conversation (status, last_activity_at DESC, id DESC) WHERE (merged_into_id IS NULL);
CREATE INDEX conversation_due ON conversation (next_update_due_at) WHERE ((next_update_due_at IS NOT NULL) AND (status = ANY (ARRAY['open'::text, 'waiting'::text])));
CREATE INDEX conversation_merged ON conversation (merged_into_id) WHERE (merged_into_id IS NOT NULL);
CREATE INDEX conversation_snoozed ON conversation (snoozed_until) WHERE (snoozed_until IS NOT NULL);
CREATE TRIGGER search_due AFTER UPDATE OF subject, customer_id ON conversation FOR EACH ROW EXECUTE FUNCTION search_conversation_changed();

CREATE TABLE conversation_seen (
  person_id bigint NOT NULL,
  conversation_id bigint NOT NULL,
  last_message_id bigint NOT NULL,
  CONSTRAINT conversation_seen_pkey PRIMARY KEY (person_id, conversation_id),
  CONSTRAINT conversation_seen_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversation(id) ON DELETE CASCADE,
  CONSTRAINT conversation_seen_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
);

CREATE TABLE conversation_tag (
  conversation_id bigint NOT NULL,
  tag_id bigint NOT NULL,
  came_from_id bigint,
  CONSTRAINT conversation_tag_pkey PRIMARY KEY (conversation_id, tag_id),
  CONSTRAINT conversation_tag_came_from_id_fkey FOREIGN KEY (came_from_id) REFERENCES conversation(id) ON DELETE SET NULL,
  CONSTRAINT conversation_tag_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversation(id) ON DELETE CASCADE,
  CONSTRAINT conversation_tag_tag_id_fkey FOREIGN KEY (tag_id) REFERENCES tag(id) ON DELETE CASCADE
);
CREATE INDEX conversation_tag_by_tag ON conversation_tag (tag_id);

CREATE TABLE customer (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  name text DEFAULT ''::text NOT NULL,
  organisation_id bigint,
  notes text DEFAULT ''::text NOT NULL,
  matters text DEFAULT ''::text NOT NULL,
  merged_into_id bigint,
  is_sample boolean DEFAULT false NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT customer_pkey PRIMARY KEY (id),
  CONSTRAINT customer_merged_into_id_fkey FOREIGN KEY (merged_into_id) REFERENCES customer(id),
  CONSTRAINT customer_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id) ON DELETE SET NULL
);
CREATE INDEX customer_by_organisation ON customer (organisation_id) WHERE (organisation_id IS NOT NULL);
CREATE INDEX customer_name_trgm ON customer USING gin (name gin_trgm_ops);
CREATE TRIGGER search_due AFTER UPDATE OF name ON customer FOR EACH ROW EXECUTE FUNCTION search_customer_changed();

CREATE TABLE customer_address (
  address citext NOT NULL,
  customer_id bigint NOT NULL,
  bounced_at timestamp with time zone,
  bounce text,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT customer_address_pkey PRIMARY KEY (address),
  CONSTRAINT customer_address_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer(id) ON DELETE CASCADE
);
CREATE INDEX customer_address_by_customer ON customer_address (customer_id);
CREATE INDEX customer_address_trgm ON customer_address USING gin (((address)::text) gin_trgm_ops);

CREATE TABLE draft (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  conversation_id bigint,
  person_id bigint NOT NULL,
  kind text NOT NULL,
  html text DEFAULT ''::text NOT NULL,
  fields jsonb DEFAULT '{}'::jsonb NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  seen_message_id bigint,
  came_from_id bigint,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT draft_pkey PRIMARY KEY (id),
  CONSTRAINT draft_once UNIQUE NULLS NOT DISTINCT (conversation_id, person_id, kind),
  CONSTRAINT draft_came_from_id_fkey FOREIGN KEY (came_from_id) REFERENCES conversation(id) ON DELETE SET NULL,
  CONSTRAINT draft_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversation(id) ON DELETE CASCADE,
  CONSTRAINT draft_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  CONSTRAINT draft_kind_check CHECK (((kind = ANY (ARRAY['reply'::text, 'note'::text, 'forward'::text, 'letter'::text])) AND ((kind = 'letter'::text) = (conversation_id IS NULL))))
);

CREATE TABLE event (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  at timestamp with time zone NOT NULL,
  kind text NOT NULL,
  conversation_id bigint,
  person_id bigint,
  data jsonb DEFAULT '{}'::jsonb NOT NULL,
  CONSTRAINT event_pkey PRIMARY KEY (id)
);
CREATE INDEX event_by_conversation ON event (conversation_id, id) WHERE (conversation_id IS NOT NULL);
CREATE INDEX event_by_person ON event (person_id, id) WHERE (person_id IS NOT NULL);

CREATE TABLE fact (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  conversation_id bigint NOT NULL,
  label text NOT NULL,
  value text NOT NULL,
  state text DEFAULT 'heard'::text NOT NULL,
  message_id bigint,
  noted_by bigint,
  came_from_id bigint,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT fact_pkey PRIMARY KEY (id),
  CONSTRAINT fact_came_from_id_fkey FOREIGN KEY (came_from_id) REFERENCES conversation(id) ON DELETE SET NULL,
  CONSTRAINT fact_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversation(id) ON DELETE CASCADE,
  CONSTRAINT fact_message_id_fkey FOREIGN KEY (message_id) REFERENCES message(id) ON DELETE SET NULL,
  CONSTRAINT fact_noted_by_fkey FOREIGN KEY (noted_by) REFERENCES person(id) ON DELETE SET NULL,
  CONSTRAINT fact_state_check CHECK ((state = ANY (ARRAY['heard'::text, 'read-back'::text, 'confirmed'::text, 'corrected'::text])))
);
CREATE INDEX fact_by_conversation ON fact (conversation_id);

CREATE TABLE gate_reason (
  message_id bigint NOT NULL,
  rule text NOT NULL,
  reason text NOT NULL,
  person_id bigint,
  given_at timestamp with time zone NOT NULL,
  CONSTRAINT gate_reason_pkey PRIMARY KEY (message_id, rule),
  CONSTRAINT gate_reason_message_id_fkey FOREIGN KEY (message_id) REFERENCES message(id) ON DELETE CASCADE,
  CONSTRAINT gate_reason_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE SET NULL
);

CREATE TABLE imap_folder (
  mailbox_id bigint NOT NULL,
  folder text NOT NULL,
  uid_validity bigint NOT NULL,
  last_uid bigint NOT NULL,
  CONSTRAINT imap_folder_pkey PRIMARY KEY (mailbox_id, folder),
  CONSTRAINT imap_folder_mailbox_id_fkey FOREIGN KEY (mailbox_id) REFERENCES mailbox(id) ON DELETE CASCADE
);

CREATE TABLE inbound_mail (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  blob_hash bytea NOT NULL,
  received_at timestamp with time zone NOT NULL,
  via text NOT NULL,
  mailbox_id bigint,
  mail_from text DEFAULT ''::text NOT NULL,
  rcpt_to text[] DEFAULT '{}'::text[] NOT NULL,
  remote_address text DEFAULT ''::text NOT NULL,
  state text NOT NULL,
  attempts integer DEFAULT 0 NOT NULL,
  retry_at timestamp with time zone NOT NULL,
  taken_by text,
  problem text,
  message_id bigint,
  CONSTRAINT inbound_mail_pkey PRIMARY KEY (id),
  CONSTRAINT inbound_mail_blob_hash_fkey FOREIGN KEY (blob_hash) REFERENCES blob(hash),
  CONSTRAINT inbound_mail_mailbox_id_fkey FOREIGN KEY (mailbox_id) REFERENCES mailbox(id) ON DELETE SET NULL,
  CONSTRAINT inbound_mail_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'filed'::text, 'duplicate'::text, 'quarantined'::text, 'dismissed'::text]))),
  CONSTRAINT inbound_mail_via_check CHECK ((via = ANY (ARRAY['smtp'::text, 'imap'::text, 'import'::text])))
);
CREATE INDEX inbound_mail_by_blob ON inbound_mail (blob_hash);
CREATE INDEX inbound_mail_quarantined ON inbound_mail (id) WHERE (state = 'quarantined'::text);
CREATE INDEX inbound_mail_waiting ON inbound_mail (retry_at) WHERE (state = 'waiting'::text);
CREATE TRIGGER blob_let_go AFTER DELETE OR UPDATE OF blob_hash ON inbound_mail FOR EACH ROW WHEN ((old.blob_hash IS NOT NULL)) EXECUTE FUNCTION blob_let_go();

CREATE TABLE installation (
  id smallint DEFAULT 1 NOT NULL,
  signing_key bytea NOT NULL,
  created_at timestamp with time zone NOT NULL,
  setup_code_hash bytea,
  CONSTRAINT installation_pkey PRIMARY KEY (id),
  CONSTRAINT installation_id_check CHECK ((id = 1))
);

CREATE TABLE mailbox (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  name text NOT NULL,
  address citext NOT NULL,
  open_to_all boolean DEFAULT true NOT NULL,
  signature_html text DEFAULT ''::text NOT NULL,
  time_zone text DEFAULT 'UTC'::text NOT NULL,
  hours jsonb NOT NULL,
  holidays text[] DEFAULT '{}'::text[] NOT NULL,
  reply_within_minutes integer DEFAULT 480 NOT NULL,
  acknowledges boolean DEFAULT true NOT NULL,
  acknowledgement_text text DEFAULT ''::text NOT NULL,
  quotes_history boolean DEFAULT true NOT NULL,
  way_in text NOT NULL,
  imap jsonb,
  way_out text NOT NULL,
  smtp jsonb,
  suffix_arrives boolean DEFAULT false NOT NULL,
  trusted_servers text[] DEFAULT '{}'::text[] NOT NULL,
  in_trouble text,
  in_trouble_since timestamp with time zone,
  in_seen_at timestamp with time zone,
  out_trouble text,
  out_trouble_since timestamp with time zone,
  in_told_at timestamp with time zone,
  out_told_at timestamp with time zone,
  is_sample boolean DEFAULT false NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT mailbox_pkey PRIMARY KEY (id),
  CONSTRAINT mailbox_address_key UNIQUE (address),
  CONSTRAINT mailbox_way_in_check CHECK ((way_in = ANY (ARRAY['smtp'::text, 'imap'::text]))),
  CONSTRAINT mailbox_way_out_check CHECK ((way_out = ANY (ARRAY['smtp'::text, 'sink'::text])))
);

CREATE TABLE mailbox_alias (
  address citext NOT NULL,
  mailbox_id bigint NOT NULL,
  CONSTRAINT mailbox_alias_pkey PRIMARY KEY (address),
  CONSTRAINT mailbox_alias_mailbox_id_fkey FOREIGN KEY (mailbox_id) REFERENCES mailbox(id) ON DELETE CASCADE
);

CREATE TABLE mailbox_person (
  mailbox_id bigint NOT NULL,
  person_id bigint NOT NULL,
  CONSTRAINT mailbox_person_pkey PRIMARY KEY (mailbox_id, person_id),
  CONSTRAINT mailbox_person_mailbox_id_fkey FOREIGN KEY (mailbox_id) REFERENCES mailbox(id) ON DELETE CASCADE,
  CONSTRAINT mailbox_person_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
);

CREATE TABLE mailbox_secret (
  mailbox_id bigint NOT NULL,
  name text NOT NULL,
  sealed bytea NOT NULL,
  CONSTRAINT mailbox_secret_pkey PRIMARY KEY (mailbox_id, name),
  CONSTRAINT mailbox_secret_mailbox_id_fkey FOREIGN KEY (mailbox_id) REFERENCES mailbox(id) ON DELETE CASCADE
);

CREATE TABLE message (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  conversation_id bigint NOT NULL,
  kind text NOT NULL,
  at timestamp with time zone NOT NULL,
  sent_at timestamp with time zone,
  mailbox_id bigint,
  person_id bigint,
  customer_id bigint,
  from_name text DEFAULT ''::text NOT NULL,
  from_address text DEFAULT ''::text NOT NULL,
  recipients jsonb DEFAULT '{}'::jsonb NOT NULL,
  subject text DEFAULT ''::text NOT NULL,
  mail_id text,
  fingerprint bytea,
  reply_text text DEFAULT ''::text NOT NULL,
  folded_text text DEFAULT ''::text NOT NULL,
  reply_html text,
  folded_html text,
  has_remote_images boolean DEFAULT false NOT NULL,
  class text DEFAULT 'human'::text NOT NULL,
  is_automatic boolean DEFAULT false NOT NULL,
  notes jsonb DEFAULT '{}'::jsonb NOT NULL,
  mentions bigint[] DEFAULT '{}'::bigint[] NOT NULL,
  came_from_id bigint,
  acknowledgement text,
  blob_hash bytea,
  delivery text,
  delivery_note text,
  delivered_at timestamp with time zone,
  CONSTRAINT message_pkey PRIMARY KEY (id),
  CONSTRAINT message_blob_hash_fkey FOREIGN KEY (blob_hash) REFERENCES blob(hash),
  CONSTRAINT message_came_from_id_fkey FOREIGN KEY (came_from_id) REFERENCES conversation(id),
  CONSTRAINT message_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversation(id),
  CONSTRAINT message_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer(id),
  CONSTRAINT message_mailbox_id_fkey FOREIGN KEY (mailbox_id) REFERENCES mailbox(id) ON DELETE SET NULL,
  CONSTRAINT message_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE SET NULL,
  CONSTRAINT message_acknowledgement_check CHECK ((acknowledgement = ANY (ARRAY['due'::text, 'sent'::text, 'withheld'::text]))),
  CONSTRAINT message_class_check CHECK ((class = ANY (ARRAY['human'::text, 'automatic'::text, 'list'::text, 'bounce'::text]))),
  CONSTRAINT message_delivery_check CHECK ((delivery = ANY (ARRAY['scheduled'::text, 'waiting'::text, 'sending'::text, 'sent'::text, 'failed'::text, 'bounced'::text]))),
  CONSTRAINT message_kind_check CHECK ((kind = ANY (ARRAY['inbound'::text, 'outbound'::text, 'note'::text])))
);
CREATE INDEX message_acknowledgement_due ON message (id) WHERE (acknowledgement = 'due'::text);
CREATE INDEX message_by_blob ON message (blob_hash) WHERE (blob_hash IS NOT NULL);
CREATE INDEX message_by_conversation ON message (conversation_id, at, id);
CREATE INDEX message_by_customer ON message (customer_id) WHERE (customer_id IS NOT NULL);
CREATE INDEX message_by_mail_id ON message (mail_id) WHERE (mail_id IS NOT NULL);
CREATE INDEX message_by_origin ON message (came_from_id) WHERE (came_from_id IS NOT NULL);
CREATE INDEX message_mentions ON message USING gin (mentions) WHERE (kind = 'note'::text);
CREATE INDEX message_not_sent ON message (id) WHERE (delivery <> 'sent'::text);
CREATE UNIQUE INDEX message_once ON message (fingerprint) WHERE (fingerprint IS NOT NULL);
CREATE TRIGGER blob_let_go AFTER DELETE OR UPDATE OF blob_hash ON message FOR EACH ROW WHEN ((old.blob_hash IS NOT NULL)) EXECUTE FUNCTION blob_let_go();
CREATE TRIGGER search_due AFTER INSERT OR UPDATE OF conversation_id, subject, reply_text, folded_text ON message FOR EACH ROW EXECUTE FUNCTION search_message_changed();

CREATE TABLE message_reference (
  mail_id text NOT NULL,
  message_id bigint NOT NULL,
  CONSTRAINT message_reference_pkey PRIMARY KEY (mail_id, message_id),
  CONSTRAINT message_reference_message_id_fkey FOREIGN KEY (message_id) REFERENCES message(id) ON DELETE CASCADE
);
CREATE INDEX message_reference_by_message ON message_reference (message_id);

CREATE TABLE organisation (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  name text NOT NULL,
  domain citext,
  notes text DEFAULT ''::text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT organisation_pkey PRIMARY KEY (id),
  CONSTRAINT organisation_domain_key UNIQUE (domain)
);
CREATE INDEX organisation_by_name ON organisation (lower(name));

CREATE TABLE outbox (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  message_id bigint,
  mailbox_id bigint,
  blob_hash bytea NOT NULL,
  mail_from text NOT NULL,
  rcpt_to text[] NOT NULL,
  state text NOT NULL,
  stops_if_answered boolean DEFAULT false NOT NULL,
  send_at timestamp with time zone NOT NULL,
  attempts integer DEFAULT 0 NOT NULL,
  lease_until timestamp with time zone,
  lease_holder text,
  server_response text,
  created_at timestamp with time zone NOT NULL,
  finished_at timestamp with time zone,
  CONSTRAINT outbox_pkey PRIMARY KEY (id),
  CONSTRAINT outbox_message_id_key UNIQUE (message_id),
  CONSTRAINT outbox_blob_hash_fkey FOREIGN KEY (blob_hash) REFERENCES blob(hash),
  CONSTRAINT outbox_mailbox_id_fkey FOREIGN KEY (mailbox_id) REFERENCES mailbox(id),
  CONSTRAINT outbox_message_id_fkey FOREIGN KEY (message_id) REFERENCES message(id) ON DELETE CASCADE,
  CONSTRAINT outbox_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'sent'::text, 'failed'::text])))
);
CREATE INDEX outbox_by_blob ON outbox (blob_hash);
CREATE INDEX outbox_due ON outbox (send_at) WHERE (state = ANY (ARRAY['waiting'::text, 'sending'::text]));
CREATE TRIGGER blob_let_go AFTER DELETE OR UPDATE OF blob_hash ON outbox FOR EACH ROW WHEN ((old.blob_hash IS NOT NULL)) EXECUTE FUNCTION blob_let_go();

CREATE TABLE person (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  email citext NOT NULL,
  name text NOT NULL,
  role text NOT NULL,
  password_hash text,
  signature_html text DEFAULT ''::text NOT NULL,
  time_zone text DEFAULT 'UTC'::text NOT NULL,
  preferences jsonb DEFAULT '{}'::jsonb NOT NULL,
  disabled_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT person_pkey PRIMARY KEY (id),
  CONSTRAINT person_email_key UNIQUE (email),
  CONSTRAINT person_role_check CHECK ((role = ANY (ARRAY['agent'::text, 'lead'::text, 'admin'::text])))
);

CREATE TABLE playbook (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  slug text NOT NULL,
  source text NOT NULL,
  title text NOT NULL,
  summary text NOT NULL,
  situations text[] NOT NULL,
  signals text[] NOT NULL,
  version integer NOT NULL,
  shipped_source text,
  shipped_is_newer boolean DEFAULT false NOT NULL,
  archived_at timestamp with time zone,
  changed_at timestamp with time zone NOT NULL,
  changed_by bigint,
  CONSTRAINT playbook_pkey PRIMARY KEY (id),
  CONSTRAINT playbook_slug_key UNIQUE (slug),
  CONSTRAINT playbook_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES person(id) ON DELETE SET NULL
);

CREATE TABLE playbook_version (
  playbook_id bigint NOT NULL,
  version integer NOT NULL,
  source text NOT NULL,
  at timestamp with time zone NOT NULL,
  by bigint,
  CONSTRAINT playbook_version_pkey PRIMARY KEY (playbook_id, version),
  CONSTRAINT playbook_version_by_fkey FOREIGN KEY (by) REFERENCES person(id) ON DELETE SET NULL,
  CONSTRAINT playbook_version_playbook_id_fkey FOREIGN KEY (playbook_id) REFERENCES playbook(id) ON DELETE CASCADE
);

CREATE TABLE presence (
  person_id bigint NOT NULL,
  conversation_id bigint NOT NULL,
  is_writing boolean NOT NULL,
  seen_at timestamp with time zone NOT NULL,
  CONSTRAINT presence_pkey PRIMARY KEY (person_id, conversation_id),
  CONSTRAINT presence_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversation(id) ON DELETE CASCADE,
  CONSTRAINT presence_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
);

CREATE TABLE promise (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  message_id bigint NOT NULL,
  start_at integer NOT NULL,
  end_at integer NOT NULL,
  who text NOT NULL,
  what text NOT NULL,
  due_at timestamp with time zone,
  due_is_day boolean DEFAULT false NOT NULL,
  has_outcome boolean DEFAULT false NOT NULL,
  CONSTRAINT promise_pkey PRIMARY KEY (id),
  CONSTRAINT promise_message_id_fkey FOREIGN KEY (message_id) REFERENCES message(id) ON DELETE CASCADE,
  CONSTRAINT promise_check CHECK (((0 <= start_at) AND (start_at <= end_at))),
  CONSTRAINT promise_who_check CHECK ((who = ANY (ARRAY['me'::text, 'us'::text, 'other'::text])))
);
CREATE INDEX promise_by_due ON promise (due_at) WHERE (who <> 'other'::text);
CREATE INDEX promise_by_message ON promise (message_id);
CREATE INDEX promise_owed ON promise (COALESCE(due_at, 'infinity'::timestamp with time zone), id) WHERE ((NOT has_outcome) AND (who <> 'other'::text));

CREATE TABLE promise_outcome (
  promise_id bigint NOT NULL,
  outcome text NOT NULL,
  at timestamp with time zone NOT NULL,
  person_id bigint,
  reason text DEFAULT ''::text NOT NULL,
  message_id bigint,
  moved_to bigint,
  CONSTRAINT promise_outcome_pkey PRIMARY KEY (promise_id),
  CONSTRAINT promise_outcome_message_id_fkey FOREIGN KEY (message_id) REFERENCES message(id) ON DELETE CASCADE,
  CONSTRAINT promise_outcome_moved_to_fkey FOREIGN KEY (moved_to) REFERENCES promise(id) ON DELETE CASCADE,
  CONSTRAINT promise_outcome_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE SET NULL,
  CONSTRAINT promise_outcome_promise_id_fkey FOREIGN KEY (promise_id) REFERENCES promise(id) ON DELETE CASCADE,
  CONSTRAINT promise_outcome_check CHECK (((outcome = 'moved'::text) = (moved_to IS NOT NULL))),
  CONSTRAINT promise_outcome_check1 CHECK (((moved_to IS NULL) OR (message_id IS NOT NULL))),
  CONSTRAINT promise_outcome_outcome_check CHECK ((outcome = ANY (ARRAY['kept'::text, 'moved'::text, 'withdrawn'::text])))
);
CREATE INDEX promise_outcome_by_message ON promise_outcome (message_id) WHERE (message_id IS NOT NULL);
CREATE INDEX promise_outcome_by_target ON promise_outcome (moved_to) WHERE (moved_to IS NOT NULL);
CREATE TRIGGER promise_has_outcome AFTER INSERT OR DELETE ON promise_outcome FOR EACH ROW EXECUTE FUNCTION promise_outcome_changed();

CREATE TABLE reading_correction (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  message_id bigint NOT NULL,
  aspect text NOT NULL,
  start_at integer DEFAULT 0 NOT NULL,
  end_at integer DEFAULT 0 NOT NULL,
  heard jsonb,
  said jsonb,
  engine text NOT NULL,
  corrected_by bigint,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT reading_correction_pkey PRIMARY KEY (id),
  CONSTRAINT reading_correction_corrected_by_fkey FOREIGN KEY (corrected_by) REFERENCES person(id) ON DELETE SET NULL,
  CONSTRAINT reading_correction_message_id_fkey FOREIGN KEY (message_id) REFERENCES message(id) ON DELETE CASCADE,
  CONSTRAINT reading_correction_aspect_check CHECK ((aspect = ANY (ARRAY['feeling'::text, 'situation'::text, 'fact'::text, 'signal'::text, 'unsaid'::text]))),
  CONSTRAINT reading_correction_check CHECK (((0 <= start_at) AND (start_at <= end_at)))
);
CREATE INDEX reading_correction_by_message ON reading_correction (message_id);

CREATE TABLE search_due (
  message_id bigint NOT NULL,
  CONSTRAINT search_due_pkey PRIMARY KEY (message_id)
);

CREATE TABLE search_message (
  message_id bigint NOT NULL,
  conversation_id bigint NOT NULL,
  at timestamp with time zone NOT NULL,
  words tsvector NOT NULL,
  CONSTRAINT search_message_pkey PRIMARY KEY (message_id),
  CONSTRAINT search_message_message_id_fkey FOREIGN KEY (message_id) REFERENCES message(id) ON DELETE CASCADE
);
CREATE INDEX search_message_by_conversation ON search_message (conversation_id);
CREATE INDEX search_message_newest ON search_message (at DESC, message_id DESC);
CREATE INDEX search_message_words ON search_message USING gin (words) WITH (gin_pending_list_limit='256');

CREATE TABLE session (
  token_hash bytea NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  person_id bigint NOT NULL,
  created_at timestamp with time zone NOT NULL,
  seen_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  user_agent text DEFAULT ''::text NOT NULL,
  address text DEFAULT ''::text NOT NULL,
  CONSTRAINT session_pkey PRIMARY KEY (token_hash),
  CONSTRAINT session_id_key UNIQUE (id),
  CONSTRAINT session_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
);
CREATE INDEX session_by_person ON session (person_id);

CREATE TABLE snippet (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  name text NOT NULL,
  html text NOT NULL,
  mailbox_id bigint,
  created_by bigint,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT snippet_pkey PRIMARY KEY (id),
  CONSTRAINT snippet_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id) ON DELETE SET NULL,
  CONSTRAINT snippet_mailbox_id_fkey FOREIGN KEY (mailbox_id) REFERENCES mailbox(id) ON DELETE CASCADE
);

CREATE TABLE spam_word (
  word text NOT NULL,
  spam integer DEFAULT 0 NOT NULL,
  ham integer DEFAULT 0 NOT NULL,
  CONSTRAINT spam_word_pkey PRIMARY KEY (word)
);

CREATE TABLE tag (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  name citext NOT NULL,
  CONSTRAINT tag_pkey PRIMARY KEY (id),
  CONSTRAINT tag_name_key UNIQUE (name)
);

CREATE TABLE throttle (
  key text NOT NULL,
  count integer NOT NULL,
  window_started_at timestamp with time zone NOT NULL,
  blocked_until timestamp with time zone,
  CONSTRAINT throttle_pkey PRIMARY KEY (key)
);
