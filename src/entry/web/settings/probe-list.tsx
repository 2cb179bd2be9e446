/** What a live test of both directions found: one sentence each, and what to do where it did not work. */
import { CircleAlert, CircleCheck } from "lucide-react";
import type { ReactNode } from "react";
import type { Probe } from "../../contract/index.ts";
import { t } from "../i18n.ts";

export function ProbeList({ probes }: { probes: readonly Probe[] }): ReactNode {
  return (
    <div role="status">
      <ul>
        {probes.map((probe) => (
          <li
            key={`${probe.what}-${probe.code}-${probe.sentence}`}
            className="flex items-start gap-2.5 border-t py-2.5"
          >
            {probe.ok ? (
              <CircleCheck size={18} aria-hidden="true" className="mt-px shrink-0 text-accent" />
            ) : (
              <CircleAlert size={18} aria-hidden="true" className="mt-px shrink-0 text-trouble" />
            )}
            <p>
              <span className="font-medium">{t(`connect.${probe.what}`)}:</span>{" "}
              <span className={probe.ok ? "" : "text-trouble"}>{probe.sentence}</span>
              {probe.wayOut ? <span className="block text-soft">{probe.wayOut}</span> : null}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
