/** True for an HTML page, e.g. a captive portal's or a maintenance page, where an answer for machines was due. */
export function looksLikeWebPage(text: string): boolean {
  return /<!doctype\s+html|<html[\s>]|<body[\s>]|<head[\s>]/i.test(text.slice(0, 4096));
}
