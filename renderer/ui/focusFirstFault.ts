/** After the faults have been drawn: the first wrong field of a form gets the focus. `form` is its selector. */
export function focusFirstFault(form: string): void {
  requestAnimationFrame(() => {
    const first = document.querySelector(`${form} [aria-invalid=true], ${form} [data-invalid] button`);
    if (first instanceof HTMLElement) first.focus();
  });
}
