import type { ReactNode } from 'react';

/** One setting: its name and what it means at the left, its control at the right. */
export function SettingRow({ label, help, children }: { label: string; help?: string; children: ReactNode }) {
  return (
    <div className="setting">
      <div className="grow">
        <p className="med" aria-hidden="true">
          {label}
        </p>
        {help ? <p className="sub xs">{help}</p> : null}
      </div>
      <div className="setting-control">{children}</div>
    </div>
  );
}

/** A name for assistive technology of a control whose visible label stands at the other end of its row. */
export const hidden = (label: string): ReactNode => <span className="vh">{label}</span>;
