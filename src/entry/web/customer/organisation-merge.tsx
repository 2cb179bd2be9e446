/** Two organisations are the same one. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useDeferredValue, useState } from "react";
import type { Organisation } from "../../contract/index.ts";
import { call } from "../client.ts";
import { t } from "../i18n.ts";
import { ask } from "../queries.ts";
import { SameAs } from "./same-as.tsx";

interface OrganisationMergeProps {
  readonly organisation: Organisation;
  readonly onClose: () => void;
  readonly onDone: (merged: Organisation) => void;
}

export function OrganisationMerge({ organisation, onClose, onDone }: OrganisationMergeProps): ReactNode {
  const [typed, setTyped] = useState("");
  const query = useDeferredValue(typed.trim());
  const found = useQuery(ask.organisations(query)).data?.items ?? [];
  return (
    <SameAs
      label={t("organisation.merge-with")}
      placeholder={t("organisation.find")}
      candidates={found
        .filter((one) => one.id !== organisation.id)
        .map((one) => ({ id: one.id, title: one.name, detail: one.domain ?? "" }))}
      onQuery={setTyped}
      ask={(other) => ({
        title: t("organisation.merge-ask"),
        what: t("organisation.merge-what", { one: organisation.name, other: other.title }),
        yes: t("organisation.merge-do"),
      })}
      onMerge={(otherId) =>
        call("POST /api/v1/organisations/:id/merge", { params: { id: organisation.id }, body: { otherId } })
      }
      onClose={onClose}
      onDone={onDone}
    />
  );
}
