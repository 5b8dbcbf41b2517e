import { tick } from "svelte";

/** Leads to the first field that says it is wrong, once it says so. */
export async function focusFirstFault(form: HTMLElement | undefined): Promise<void> {
  await tick();
  form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}

/** Where the focus goes when what had it is no longer there. */
export async function focusContent(): Promise<void> {
  await tick();
  document.getElementById("content")?.focus();
}
