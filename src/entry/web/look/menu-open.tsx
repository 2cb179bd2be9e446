/** The menu behind a menu button, by React Aria: arrows, first letters, Escape, focus back to the button. */
import { type ReactNode, useRef } from "react";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import type { MenuProps } from "./menu.tsx";

export default function OpenMenu({ label, icon: Icon, entries, className }: MenuProps): ReactNode {
  const trigger = useRef<HTMLButtonElement>(null);
  return (
    <MenuTrigger defaultOpen onOpenChange={(isOpen) => isOpen || setTimeout(() => trigger.current?.focus(), 0)}>
      <Button ref={trigger} aria-label={label} className={`btn btn-quiet btn-icon print-hidden ${className ?? ""}`}>
        <Icon size={17} strokeWidth={1.75} aria-hidden="true" />
      </Button>
      <Popover className="floating min-w-52 p-1 outline-none" placement="bottom end">
        <Menu
          className="outline-none"
          aria-label={label}
          onAction={(key) => {
            const entry = entries.find((one) => one.key === key);
            // After the menu has given the focus back, so that what is picked may take it.
            if (entry?.onPick) setTimeout(entry.onPick, 30);
          }}
        >
          {entries.map((entry) => (
            <MenuItem
              key={entry.key}
              id={entry.key}
              textValue={entry.title}
              {...(entry.href ? { href: entry.href, target: "_blank", rel: "noopener noreferrer" } : {})}
              className={`flex min-h-8 cursor-pointer items-center gap-2.5 rounded px-2.5 py-1 outline-none data-[focused]:bg-accent-soft ${entry.grave ? "text-trouble" : ""}`}
            >
              {entry.icon ? <entry.icon size={16} strokeWidth={1.75} aria-hidden="true" className="shrink-0" /> : null}
              <span className="flex-1">{entry.title}</span>
              {entry.keys ? <kbd>{entry.keys}</kbd> : null}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
