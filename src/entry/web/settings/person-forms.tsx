/** Inviting somebody, and changing what somebody may do. */
import { useMutation } from "@tanstack/react-query";
import { Copy } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { Person, Role } from "../../contract/index.ts";
import { call } from "../client.ts";
import { t } from "../i18n.ts";
import { DialogForm } from "../look/dialog-form.tsx";
import { Field, SelectField, Tick } from "../look/field.tsx";
import { Modal } from "../look/modal.tsx";
import { sayProblem, tell } from "../look/toasts.tsx";
import { ask, client } from "../queries.ts";
import { useMailboxes, useMe } from "../viewer.ts";

export type PersonWithMailboxes = Person & { readonly mailboxIds: readonly number[] };

const refresh = (): Promise<void> => client.invalidateQueries({ queryKey: ask.people().queryKey });
const ROLES: readonly Role[] = ["agent", "lead", "admin"];

function RoleField({
  value,
  onChange,
  disabled,
}: {
  value: Role;
  onChange: (role: Role) => void;
  disabled?: boolean;
}): ReactNode {
  return (
    <SelectField
      label={t("people.role")}
      hint={t(`role.${value}.what`)}
      value={value}
      disabled={disabled ?? false}
      onChange={(role) => onChange(role as Role)}
      options={ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }))}
    />
  );
}

function MailboxTicks({ value, onChange }: { value: readonly number[]; onChange: (ids: number[]) => void }): ReactNode {
  const closed = useMailboxes().filter((one) => !one.openToAll);
  if (closed.length === 0) return null;
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-medium">{t("people.mailboxes")}</legend>
      {closed.map((one) => (
        <Tick
          key={one.id}
          label={one.name}
          hint={one.address}
          checked={value.includes(one.id)}
          onChange={(on) => onChange(on ? [...value, one.id] : value.filter((id) => id !== one.id))}
        />
      ))}
    </fieldset>
  );
}

export function InviteForm({ onClose }: { onClose: () => void }): ReactNode {
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("agent");
  const [mailboxIds, setMailboxIds] = useState<number[]>([]);
  const invite = useMutation({
    mutationFn: () =>
      call("POST /api/v1/people", { body: { name: name.trim(), email: email.trim(), role, mailboxIds } }),
    onSuccess: refresh,
  });
  if (invite.data)
    return (
      <Modal title={t("people.invited-title", { name: invite.data.person.name })} onClose={onClose}>
        <p className="mb-3 text-soft">{t("people.link-lead")}</p>
        <div className="flex gap-2">
          <input
            readOnly
            aria-label={t("people.link")}
            className="field font-mono text-sm"
            value={invite.data.link}
            onFocus={(event) => event.target.select()}
          />
          <button
            type="button"
            className="btn btn-do"
            onClick={() => void navigator.clipboard?.writeText(invite.data.link).then(() => tell(t("did.copied")))}
          >
            <Copy size={16} aria-hidden="true" />
            {t("copy")}
          </button>
        </div>
      </Modal>
    );
  return (
    <Modal title={t("people.invite")} onClose={onClose}>
      <DialogForm
        action={t("people.invite-do")}
        disabled={invite.isPending}
        onCancel={onClose}
        onDo={() => invite.mutate()}
      >
        <Field
          label={t("people.name")}
          required
          autoFocus
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Field
          label={t("email")}
          type="email"
          required
          value={email}
          problem={invite.error ? sayProblem(invite.error) : undefined}
          onChange={(event) => setEmail(event.target.value)}
        />
        <RoleField value={role} onChange={setRole} />
        <MailboxTicks value={mailboxIds} onChange={setMailboxIds} />
      </DialogForm>
    </Modal>
  );
}

export function PersonForm({ person, onClose }: { person: PersonWithMailboxes; onClose: () => void }): ReactNode {
  const me = useMe();
  const isMe = person.id === me.id;
  const [role, setRole] = useState(person.role);
  const [mailboxIds, setMailboxIds] = useState([...person.mailboxIds]);
  const [ends, setEnds] = useState(false);
  const change = useMutation({
    mutationFn: () =>
      call("PATCH /api/v1/people/:id", {
        params: { id: person.id },
        body: { mailboxIds, ...(isMe ? {} : { role }), ...(ends ? { disabled: true } : {}) },
      }),
    onSuccess: async () => {
      await refresh();
      tell(t("saved"));
      onClose();
    },
  });
  return (
    <Modal title={person.name} onClose={onClose}>
      <DialogForm
        action={t("save")}
        disabled={change.isPending}
        error={change.error}
        onCancel={onClose}
        onDo={() => change.mutate()}
      >
        <RoleField value={role} onChange={setRole} disabled={isMe} />
        <MailboxTicks value={mailboxIds} onChange={setMailboxIds} />
        {isMe ? null : (
          <Tick label={t("people.end-access")} hint={t("people.end-access-what")} checked={ends} onChange={setEnds} />
        )}
      </DialogForm>
    </Modal>
  );
}
