/** The first tables. One statement per table; what a column is for is said beside it. */
import { type Migration, sql } from "../../platform/storage/index.ts";

const STATEMENTS = [
  // -- ground -------------------------------------------------------------------------------------------------------
  `CREATE EXTENSION IF NOT EXISTS citext`,
  `CREATE EXTENSION IF NOT EXISTS pg_trgm`,

  `CREATE TABLE installation (
    id smallint PRIMARY KEY DEFAULT 1 CHECK (id = 1),
    signing_key bytea NOT NULL,            -- HMAC key of thread tokens and links
    created_at timestamptz NOT NULL,
    setup_code_hash bytea                  -- the one-time code that the terminal printed; null once the first person exists
  )`,

  `CREATE TABLE event (                    -- what happened, append-only, written in the transaction that did it
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL,
    kind text NOT NULL,                    -- noun.verbed, e.g. message.received
    conversation_id bigint,
    person_id bigint,                      -- who did it; null when the desk itself or a customer did
    data jsonb NOT NULL DEFAULT '{}'       -- ids and small values, never message text
  )`,
  `CREATE INDEX event_by_conversation ON event (conversation_id, id) WHERE conversation_id IS NOT NULL`,
  `CREATE INDEX event_by_person ON event (person_id, id) WHERE person_id IS NOT NULL`,

  `CREATE TABLE blob (                     -- bytes kept once: raw mails, attachments
    hash bytea PRIMARY KEY,                -- sha256
    size integer NOT NULL,
    bytes bytea NOT NULL
  )`,
  `ALTER TABLE blob ALTER COLUMN bytes SET STORAGE EXTERNAL`,

  // -- account ------------------------------------------------------------------------------------------------------
  `CREATE TABLE person (                   -- someone who works here
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email citext NOT NULL UNIQUE,
    name text NOT NULL,
    role text NOT NULL CHECK (role IN ('agent', 'lead', 'admin')),
    password_hash text,                    -- PHC string (argon2id); null until the invitation is accepted
    signature_html text NOT NULL DEFAULT '',
    time_zone text NOT NULL DEFAULT 'UTC',
    preferences jsonb NOT NULL DEFAULT '{}',
    disabled_at timestamptz,
    created_at timestamptz NOT NULL
  )`,
  `CREATE TABLE session (
    token_hash bytea PRIMARY KEY,          -- sha256 of the cookie's value; the value itself is nowhere
    id bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    person_id bigint NOT NULL REFERENCES person ON DELETE CASCADE,
    created_at timestamptz NOT NULL,
    seen_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    user_agent text NOT NULL DEFAULT '',
    address text NOT NULL DEFAULT ''
  )`,
  `CREATE INDEX session_by_person ON session (person_id)`,
  `CREATE TABLE account_token (            -- invitations and password resets: a link that works once
    token_hash bytea PRIMARY KEY,
    purpose text NOT NULL CHECK (purpose IN ('invite', 'reset')),
    person_id bigint NOT NULL REFERENCES person ON DELETE CASCADE,
    created_by bigint REFERENCES person ON DELETE SET NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz
  )`,
  `CREATE TABLE throttle (                 -- attempts at a door: sign-in, reset, set-up
    key text PRIMARY KEY,
    count integer NOT NULL,
    window_started_at timestamptz NOT NULL,
    blocked_until timestamptz
  )`,

  // -- mailbox ------------------------------------------------------------------------------------------------------
  `CREATE TABLE mailbox (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL,                    -- as customers read it
    address citext NOT NULL UNIQUE,
    open_to_all boolean NOT NULL DEFAULT true,  -- false: only the people in mailbox_person see its mail
    signature_html text NOT NULL DEFAULT '',
    time_zone text NOT NULL DEFAULT 'UTC',
    hours jsonb NOT NULL,                  -- {"mon": [["09:00","17:00"]], ...}
    holidays text[] NOT NULL DEFAULT '{}', -- ISO days
    reply_within_minutes integer NOT NULL DEFAULT 480, -- of open hours; what the acknowledgement promises
    acknowledges boolean NOT NULL DEFAULT true,
    acknowledgement_text text NOT NULL DEFAULT '',     -- empty: the desk's own wording
    quotes_history boolean NOT NULL DEFAULT true,
    way_in text NOT NULL CHECK (way_in IN ('smtp', 'imap')),
    imap jsonb,                            -- host, port, security, user, folder, sign-in kind; secrets are in mailbox_secret
    way_out text NOT NULL CHECK (way_out IN ('smtp', 'sink')), -- sink: sample mailboxes; nothing leaves
    smtp jsonb,
    suffix_arrives boolean NOT NULL DEFAULT false,     -- a test mail to help+suffix@ came in: answers may be asked for there
    trusted_servers text[] NOT NULL DEFAULT '{}',      -- authserv-ids whose Authentication-Results count
    in_trouble text,                       -- the sentence shown while the way in is broken
    in_trouble_since timestamptz,
    in_seen_at timestamptz,                -- last time the way in was known to work
    out_trouble text,
    out_trouble_since timestamptz,
    in_told_at timestamptz,                -- when the admins were told of the trouble by mail; null again once it works
    out_told_at timestamptz,
    is_sample boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL
  )`,
  `CREATE TABLE mailbox_alias (
    address citext PRIMARY KEY,
    mailbox_id bigint NOT NULL REFERENCES mailbox ON DELETE CASCADE
  )`,
  `CREATE TABLE mailbox_person (
    mailbox_id bigint NOT NULL REFERENCES mailbox ON DELETE CASCADE,
    person_id bigint NOT NULL REFERENCES person ON DELETE CASCADE,
    PRIMARY KEY (mailbox_id, person_id)
  )`,
  `CREATE TABLE mailbox_secret (           -- sealed with the installation's secret key
    mailbox_id bigint NOT NULL REFERENCES mailbox ON DELETE CASCADE,
    name text NOT NULL,                    -- imap-password, smtp-password, oauth-refresh-token ...
    sealed bytea NOT NULL,
    PRIMARY KEY (mailbox_id, name)
  )`,
  `CREATE TABLE imap_folder (              -- how far an IMAP folder has been read (RFC 3501 uidvalidity and uid)
    mailbox_id bigint NOT NULL REFERENCES mailbox ON DELETE CASCADE,
    folder text NOT NULL,
    uid_validity bigint NOT NULL,
    last_uid bigint NOT NULL,
    PRIMARY KEY (mailbox_id, folder)
  )`,
  `CREATE TABLE snippet (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL,
    html text NOT NULL,
    mailbox_id bigint REFERENCES mailbox ON DELETE CASCADE, -- null: for all
    created_by bigint REFERENCES person ON DELETE SET NULL,
    updated_at timestamptz NOT NULL
  )`,

  // -- customer -----------------------------------------------------------------------------------------------------
  `CREATE TABLE organisation (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL,
    domain citext UNIQUE,
    notes text NOT NULL DEFAULT '',
    created_at timestamptz NOT NULL
  )`,
  `CREATE INDEX organisation_by_name ON organisation (lower(name))`,
  `CREATE TABLE customer (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL DEFAULT '',
    organisation_id bigint REFERENCES organisation ON DELETE SET NULL,
    notes text NOT NULL DEFAULT '',        -- what the team knows
    matters text NOT NULL DEFAULT '',      -- what matters to them (METHOD connect.common)
    merged_into_id bigint REFERENCES customer,
    is_sample boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL
  )`,
  `CREATE INDEX customer_by_organisation ON customer (organisation_id) WHERE organisation_id IS NOT NULL`,
  `CREATE INDEX customer_name_trgm ON customer USING gin (name gin_trgm_ops)`,
  `CREATE TABLE customer_address (
    address citext PRIMARY KEY,
    customer_id bigint NOT NULL REFERENCES customer ON DELETE CASCADE,
    bounced_at timestamptz,
    bounce text,                           -- hard or soft, with the server's words
    created_at timestamptz NOT NULL
  )`,
  `CREATE INDEX customer_address_by_customer ON customer_address (customer_id)`,
  `CREATE INDEX customer_address_trgm ON customer_address USING gin ((address::text) gin_trgm_ops)`,
  // A lower threshold than usual, for this one question: "Jonhson" and "Johnson" share a third of their trigrams.
  `CREATE FUNCTION customers_alike(wanted text, at_most integer) RETURNS TABLE (id bigint) LANGUAGE sql STABLE
    SET pg_trgm.word_similarity_threshold = '0.33' AS $$
      (SELECT c.id FROM customer c WHERE wanted <% c.name ORDER BY word_similarity(wanted, c.name) DESC LIMIT at_most)
      UNION (SELECT a.customer_id FROM customer_address a WHERE wanted <% a.address::text
        ORDER BY word_similarity(wanted, a.address::text) DESC LIMIT at_most)
    $$`,

  // -- conversation -------------------------------------------------------------------------------------------------
  `CREATE TABLE conversation (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subject text NOT NULL,
    status text NOT NULL CHECK (status IN ('open', 'waiting', 'resolved', 'spam', 'trash')),
    ending text CHECK (ending IN ('confirmed', 'silent', 'closed')),
    ending_reason text,
    customer_id bigint NOT NULL REFERENCES customer,
    mailbox_ids bigint[] NOT NULL,         -- where it is shown; the first is the one answered from
    lent_mailbox_ids bigint[] NOT NULL DEFAULT '{}', -- merged: those that the one it went into is shown in because of it
    assignee_id bigint REFERENCES person ON DELETE SET NULL,
    snoozed_until timestamptz,
    next_update_due_at timestamptz,        -- when the customer was told to expect word (METHOD expect.timeline)
    waiting_since timestamptz,             -- first unanswered message of the customer; null when it is our turn no more
    last_activity_at timestamptz NOT NULL,
    last_message_id bigint,
    last_inbound_at timestamptz,
    preview text NOT NULL DEFAULT '',
    message_count integer NOT NULL DEFAULT 0,
    has_attachments boolean NOT NULL DEFAULT false,
    trouble text,                          -- a reply that could not be delivered, in one sentence
    merged_into_id bigint REFERENCES conversation,
    is_sample boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL,
    CHECK ((status = 'resolved') = (ending IS NOT NULL))
  )`,
  `CREATE INDEX conversation_by_status ON conversation (status, last_activity_at DESC, id DESC) WHERE merged_into_id IS NULL`,
  `CREATE INDEX conversation_by_activity ON conversation (last_activity_at DESC, id DESC)
    WHERE merged_into_id IS NULL AND status IN ('open', 'waiting', 'resolved')`,
  `CREATE INDEX conversation_by_assignee ON conversation (assignee_id, status, last_activity_at DESC) WHERE merged_into_id IS NULL`,
  `CREATE INDEX conversation_by_customer ON conversation (customer_id, last_activity_at DESC)`,
  `CREATE INDEX conversation_due ON conversation (next_update_due_at) WHERE next_update_due_at IS NOT NULL AND status IN ('open', 'waiting')`,
  `CREATE INDEX conversation_snoozed ON conversation (snoozed_until) WHERE snoozed_until IS NOT NULL`,
  `CREATE INDEX conversation_merged ON conversation (merged_into_id) WHERE merged_into_id IS NOT NULL`,
  `CREATE TABLE tag (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name citext NOT NULL UNIQUE
  )`,
  `CREATE TABLE conversation_tag (
    conversation_id bigint NOT NULL REFERENCES conversation ON DELETE CASCADE,
    tag_id bigint NOT NULL REFERENCES tag ON DELETE CASCADE,
    came_from_id bigint REFERENCES conversation ON DELETE SET NULL, -- the merged conversation that brought it along
    PRIMARY KEY (conversation_id, tag_id)
  )`,
  `CREATE INDEX conversation_tag_by_tag ON conversation_tag (tag_id)`,
  `CREATE TABLE conversation_seen (        -- how far each person has read
    person_id bigint NOT NULL REFERENCES person ON DELETE CASCADE,
    conversation_id bigint NOT NULL REFERENCES conversation ON DELETE CASCADE,
    last_message_id bigint NOT NULL,
    PRIMARY KEY (person_id, conversation_id)
  )`,

  `CREATE TABLE inbound_mail (             -- every mail that was acknowledged to a sender's server, byte for byte
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    blob_hash bytea NOT NULL REFERENCES blob,
    received_at timestamptz NOT NULL,
    via text NOT NULL CHECK (via IN ('smtp', 'imap', 'import')),
    mailbox_id bigint REFERENCES mailbox ON DELETE SET NULL, -- known for IMAP and imports
    mail_from text NOT NULL DEFAULT '',    -- SMTP envelope; empty for bounces
    rcpt_to text[] NOT NULL DEFAULT '{}',
    remote_address text NOT NULL DEFAULT '',
    state text NOT NULL CHECK (state IN ('waiting', 'filed', 'duplicate', 'quarantined', 'dismissed')),
    attempts integer NOT NULL DEFAULT 0,
    retry_at timestamptz NOT NULL,
    taken_by text,                         -- the process that files it; taken again as soon as that is known to be dead
    problem text,                          -- why it is in quarantine
    message_id bigint
  )`,
  `CREATE INDEX inbound_mail_waiting ON inbound_mail (retry_at) WHERE state = 'waiting'`,
  `CREATE INDEX inbound_mail_quarantined ON inbound_mail (id) WHERE state = 'quarantined'`,
  `CREATE INDEX inbound_mail_by_blob ON inbound_mail (blob_hash)`,

  `CREATE TABLE message (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    conversation_id bigint NOT NULL REFERENCES conversation,
    kind text NOT NULL CHECK (kind IN ('inbound', 'outbound', 'note')),
    at timestamptz NOT NULL,               -- when it reached the desk, or was written here
    sent_at timestamptz,                   -- what the mail's own Date said
    mailbox_id bigint REFERENCES mailbox ON DELETE SET NULL,
    person_id bigint REFERENCES person ON DELETE SET NULL,   -- the author of an outbound message or a note
    customer_id bigint REFERENCES customer,                   -- the author of an inbound message
    from_name text NOT NULL DEFAULT '',
    from_address text NOT NULL DEFAULT '',
    recipients jsonb NOT NULL DEFAULT '{}',                   -- {"to": [{"name","address"}], "cc": [], "bcc": [], "replyTo": []}
    subject text NOT NULL DEFAULT '',
    mail_id text,                          -- Message-ID without angle brackets
    fingerprint bytea,                     -- what makes two copies the same mail, or two tries to send the same letter
    reply_text text NOT NULL DEFAULT '',
    folded_text text NOT NULL DEFAULT '',  -- quoted history and signature; reply_text || folded_text is the whole
    reply_html text,                       -- sanitised
    folded_html text,
    has_remote_images boolean NOT NULL DEFAULT false,
    class text NOT NULL DEFAULT 'human' CHECK (class IN ('human', 'automatic', 'list', 'bounce')),
    is_automatic boolean NOT NULL DEFAULT false,              -- outbound: written by the desk, not by a person
    notes jsonb NOT NULL DEFAULT '{}',     -- how it was understood: why this class, problems, threading, authentication, bounce
    mentions bigint[] NOT NULL DEFAULT '{}',
    came_from_id bigint REFERENCES conversation,              -- where it stood before a merge, so that a merge can be undone
    acknowledgement text CHECK (acknowledgement IN ('due', 'sent', 'withheld')), -- inbound: the automatic answer to it
    blob_hash bytea REFERENCES blob,       -- raw source of an inbound message, frozen bytes of an outbound one
    delivery text CHECK (delivery IN ('scheduled', 'waiting', 'sending', 'sent', 'failed', 'bounced')),
    delivery_note text,                    -- the server's id, or why it failed, in one sentence
    delivered_at timestamptz
  )`,
  `CREATE INDEX message_by_conversation ON message (conversation_id, at, id)`,
  `CREATE INDEX message_acknowledgement_due ON message (id) WHERE acknowledgement = 'due'`,
  `CREATE INDEX message_by_mail_id ON message (mail_id) WHERE mail_id IS NOT NULL`,
  `CREATE UNIQUE INDEX message_once ON message (fingerprint) WHERE fingerprint IS NOT NULL`,
  `CREATE INDEX message_mentions ON message USING gin (mentions) WHERE kind = 'note'`,
  // Whoever deletes bytes, or a conversation, asks who still names them.
  `CREATE INDEX message_by_blob ON message (blob_hash) WHERE blob_hash IS NOT NULL`,
  `CREATE INDEX message_by_origin ON message (came_from_id) WHERE came_from_id IS NOT NULL`,
  `CREATE TABLE message_reference (        -- Message-IDs that a message names; threading does not depend on arrival order
    mail_id text NOT NULL,
    message_id bigint NOT NULL REFERENCES message ON DELETE CASCADE,
    PRIMARY KEY (mail_id, message_id)
  )`,
  `CREATE INDEX message_reference_by_message ON message_reference (message_id)`,
  `CREATE TABLE attachment (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    message_id bigint REFERENCES message ON DELETE CASCADE,   -- null while it belongs to a draft
    draft_id bigint,
    position integer NOT NULL DEFAULT 0,
    name text NOT NULL,
    type text NOT NULL,                    -- decided by us from the bytes and the name, never taken on trust
    size integer NOT NULL,
    content_id text,
    is_inline boolean NOT NULL DEFAULT false,
    blob_hash bytea NOT NULL REFERENCES blob,
    created_at timestamptz NOT NULL
  )`,
  `CREATE INDEX attachment_by_message ON attachment (message_id)`,
  `CREATE INDEX attachment_by_blob ON attachment (blob_hash)`,
  `CREATE INDEX attachment_by_draft ON attachment (draft_id) WHERE draft_id IS NOT NULL`,
  `CREATE TABLE fact (                     -- a detail that matters (METHOD listen.details)
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    conversation_id bigint NOT NULL REFERENCES conversation ON DELETE CASCADE,
    label text NOT NULL,
    value text NOT NULL,
    state text NOT NULL DEFAULT 'heard' CHECK (state IN ('heard', 'read-back', 'confirmed', 'corrected')),
    message_id bigint REFERENCES message ON DELETE SET NULL,  -- where the words are
    noted_by bigint REFERENCES person ON DELETE SET NULL,
    came_from_id bigint REFERENCES conversation ON DELETE SET NULL, -- where it was noted before a merge
    created_at timestamptz NOT NULL
  )`,
  `CREATE INDEX fact_by_conversation ON fact (conversation_id)`,
  `CREATE TABLE reading_correction (       -- what a person says of a message where the coach heard something else
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    message_id bigint NOT NULL REFERENCES message ON DELETE CASCADE,
    aspect text NOT NULL CHECK (aspect IN ('feeling', 'situation', 'fact', 'signal', 'unsaid')),
    start_at integer NOT NULL DEFAULT 0,   -- the words in reply_text that it rested on, UTF-16; of feelings and situations 0
    end_at integer NOT NULL DEFAULT 0,
    heard jsonb,                           -- what the reading said: {"name","value","share"}; null when it said nothing
    said jsonb,                            -- what the person says: {"name","value"}; null for "not so"
    engine text NOT NULL,                  -- the version of Heard whose reading it was
    corrected_by bigint REFERENCES person ON DELETE SET NULL,
    created_at timestamptz NOT NULL,
    CHECK (0 <= start_at AND start_at <= end_at)
  )`,
  `CREATE INDEX reading_correction_by_message ON reading_correction (message_id)`,
  `CREATE TABLE draft (                    -- what a person is writing; saved as typed, found again on another device
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    conversation_id bigint NOT NULL REFERENCES conversation ON DELETE CASCADE,
    person_id bigint NOT NULL REFERENCES person ON DELETE CASCADE,
    kind text NOT NULL CHECK (kind IN ('reply', 'note', 'forward')),
    html text NOT NULL DEFAULT '',
    fields jsonb NOT NULL DEFAULT '{}',    -- to, cc, bcc, subject, quotes history, key of the letter
    version integer NOT NULL DEFAULT 1,
    seen_message_id bigint,                -- the last message its writer had seen
    came_from_id bigint REFERENCES conversation ON DELETE SET NULL, -- where it was begun before a merge
    updated_at timestamptz NOT NULL,
    UNIQUE (conversation_id, person_id, kind)
  )`,
  `ALTER TABLE attachment ADD FOREIGN KEY (draft_id) REFERENCES draft ON DELETE SET NULL`,
  `CREATE TABLE presence (                 -- who is here, and who is writing; refreshed by heartbeats
    person_id bigint NOT NULL REFERENCES person ON DELETE CASCADE,
    conversation_id bigint NOT NULL REFERENCES conversation ON DELETE CASCADE,
    is_writing boolean NOT NULL,
    seen_at timestamptz NOT NULL,
    PRIMARY KEY (person_id, conversation_id)
  )`,

  `CREATE TABLE outbox (                   -- mails that have to leave; the bytes are frozen when the reply is made
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    message_id bigint UNIQUE REFERENCES message ON DELETE CASCADE, -- null for mail to our own people
    mailbox_id bigint REFERENCES mailbox,  -- whose way out is used
    blob_hash bytea NOT NULL REFERENCES blob,
    mail_from text NOT NULL,
    rcpt_to text[] NOT NULL,
    state text NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'failed')),
    stops_if_answered boolean NOT NULL DEFAULT false, -- a scheduled reply that waits when the customer writes first
    send_at timestamptz NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    lease_until timestamptz,
    lease_holder text,                     -- the process that sends it; its lease is free as soon as it is known to be dead
    server_response text,
    created_at timestamptz NOT NULL,
    finished_at timestamptz
  )`,
  `CREATE INDEX outbox_by_blob ON outbox (blob_hash)`,
  `CREATE INDEX outbox_due ON outbox (send_at) WHERE state IN ('waiting', 'sending')`,
  `CREATE TABLE automatic_mail (           -- automatic answers by address, for the loop brakes
    address citext NOT NULL,
    at timestamptz NOT NULL
  )`,
  `CREATE INDEX automatic_mail_by_address ON automatic_mail (address, at)`,
  `CREATE TABLE spam_word (                -- what this desk has learned
    word text PRIMARY KEY,
    spam integer NOT NULL DEFAULT 0,
    ham integer NOT NULL DEFAULT 0
  )`,
  `CREATE TABLE blocked_sender (
    pattern citext PRIMARY KEY,            -- an address, or @domain
    blocked_by bigint REFERENCES person ON DELETE SET NULL,
    created_at timestamptz NOT NULL
  )`,

  // Bytes that a row named and names no more. A sweep looks whether another one does (platform/blobs). One line for each time and
  // no unique hash, so that writers never wait for each other or for the sweep.
  `CREATE TABLE blob_let_go (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    hash bytea NOT NULL
  )`,
  `CREATE FUNCTION blob_let_go() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF TG_OP = 'DELETE' OR NEW.blob_hash IS DISTINCT FROM OLD.blob_hash THEN INSERT INTO blob_let_go (hash) VALUES (OLD.blob_hash); END IF;
    RETURN NULL;
  END $$`,
  ...["inbound_mail", "message", "attachment", "outbox"].map(
    (table) => `CREATE TRIGGER blob_let_go AFTER DELETE OR UPDATE OF blob_hash ON ${table}
      FOR EACH ROW WHEN (OLD.blob_hash IS NOT NULL) EXECUTE FUNCTION blob_let_go()`,
  ),

  // -- search -------------------------------------------------------------------------------------------------------
  // The words are cut by the desk itself (records/search/words.ts), not by a dictionary of the database: the same cut is
  // needed for the query and for the highlights, and support mail mixes languages inside one sentence.
  `CREATE TABLE search_message (           -- made from messages by a sweep; can be thrown away and made again
    message_id bigint PRIMARY KEY REFERENCES message ON DELETE CASCADE,
    conversation_id bigint NOT NULL,
    at timestamptz NOT NULL,
    words tsvector NOT NULL
  )`,
  // A small pending list: what lies in it is looked through by every search.
  `CREATE INDEX search_message_words ON search_message USING gin (words) WITH (gin_pending_list_limit = 256)`,
  `CREATE INDEX search_message_newest ON search_message (at DESC, message_id DESC)`,
  `CREATE INDEX search_message_by_conversation ON search_message (conversation_id)`,
  // Frequencies of more words than usual: they decide how a search is answered.
  `ALTER TABLE search_message ALTER COLUMN words SET STATISTICS 400`,
  // Messages whose words have to be read (again). Written in the transaction that changed them, because commits do not come
  // in the order of ids. DO UPDATE, not DO NOTHING: it waits for, or holds off, a sweep that has just taken the row.
  `CREATE TABLE search_due (message_id bigint PRIMARY KEY)`,
  `CREATE FUNCTION search_message_changed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO search_due VALUES (NEW.id) ON CONFLICT (message_id) DO UPDATE SET message_id = excluded.message_id;
    RETURN NULL;
  END $$`,
  `CREATE FUNCTION search_conversation_changed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO search_due SELECT id FROM message WHERE conversation_id = NEW.id ORDER BY id
      ON CONFLICT (message_id) DO UPDATE SET message_id = excluded.message_id;
    RETURN NULL;
  END $$`,
  `CREATE FUNCTION search_customer_changed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO search_due SELECT m.id FROM message m JOIN conversation c ON c.id = m.conversation_id WHERE c.customer_id = NEW.id ORDER BY m.id
      ON CONFLICT (message_id) DO UPDATE SET message_id = excluded.message_id;
    RETURN NULL;
  END $$`,
  `CREATE TRIGGER search_due AFTER INSERT OR UPDATE OF conversation_id, subject, reply_text, folded_text ON message
    FOR EACH ROW EXECUTE FUNCTION search_message_changed()`,
  `CREATE TRIGGER search_due AFTER UPDATE OF subject, customer_id ON conversation FOR EACH ROW EXECUTE FUNCTION search_conversation_changed()`,
  `CREATE TRIGGER search_due AFTER UPDATE OF name ON customer FOR EACH ROW EXECUTE FUNCTION search_customer_changed()`,
] as const;

export const first: Migration = {
  async up(db) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
