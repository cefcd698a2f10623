import { describe, expect, it } from 'vitest';
import { readHtmlTable } from '../../../../shared/paste/htmlTable.ts';

/** The same two rows as each program puts them on the clipboard, with what is peculiar to it. */
const programs: Record<string, string> = {
  'Google Sheets': `<meta charset='utf-8'><google-sheets-html-origin><style type="text/css"><!--td {border: 1px solid #cccccc;}br {mso-data-placement:same-cell;}--></style><table xmlns="http://www.w3.org/1999/xhtml" cellspacing="0" dir="ltr" border="1" data-sheets-root="1"><colgroup><col width="100"/><col width="100"/></colgroup><tbody><tr style="height:21px;"><td style="overflow:hidden;" data-sheets-value="{&quot;1&quot;:2,&quot;2&quot;:&quot;Name&quot;}">Name</td><td>ZIP</td><td>Note</td></tr><tr><td data-sheets-formula="=R[0]C[3]&gt;1">Müller<br/>&amp; Sohn</td><td data-sheets-value='{"1":3,"3":1099}' data-sheets-numberformat='{"1":4,"2":">00000"}'>01099</td><td></td></tr></tbody></table>`,
  LibreOffice: `<!DOCTYPE html><html><head><meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"/><style type="text/css">body,div,table,td,p { font-family:"Liberation Sans" }</style></head><body><table cellspacing="0" border="0">
\t<colgroup width="85"></colgroup>
\t<tr>
\t\t<td height="17" align="left">Name</td>
\t\t<td align="left"><font face="Arial">ZIP</font></td>
\t\t<td align="left">Note</td>
\t</tr>
\t<tr>
\t\t<td height="17" align="left">Müller<br>&amp; Sohn</td>
\t\t<td align="right" sdval="1099" sdnum="1031;0;00000">01099</td>
\t\t<td align="left"><br></td>
\t</tr>
</table></body></html>`,
  Numbers: `<html><head><style type="text/css">p.p1 {margin: 0.0px} td.td1 {border-style: solid}</style></head><body><table cellspacing="0" class="t1"><tbody><tr><td class="td1" valign="top"><p class="p1"><b>Name</b></p></td><td><p class="p1"><b>ZIP</b></p></td><td><p class="p1"><b>Note</b></p></td></tr><tr><td><p class="p2">Müller</p><p class="p2">&amp; Sohn</p></td><td><p class="p3">01099</p></td><td><p class="p3"><br></p></td></tr></tbody></table></body></html>`,
  Excel: `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><!--StartFragment--><table border=0 style='border-collapse:collapse'><col width=64 span=3><tr height=20><td height=20 class=xl65 width=64>Name</td><td class=xl65>ZIP</td><td>Note</td></tr>
 <tr height=20>
  <td height=20 style='height:15.0pt'>Müller<br style='mso-data-placement:same-cell;'>
    &amp; Sohn</td>
  <td align=right x:num="1099">01099</td>
  <td>&nbsp;</td>
 </tr>
<!--EndFragment--></table></body></html>`,
};

describe('a table on the clipboard', () => {
  it.each(Object.entries(programs))('of %s', (_program, html) => {
    expect(readHtmlTable(html)).toEqual([
      ['Name', 'ZIP', 'Note'],
      ['Müller\n& Sohn', '01099', ''],
    ]);
  });

  it('has merged cells once, at their first place', () => {
    const html =
      '<table><tr><td colspan=2>Ship to</td><td rowspan=2>Qty</td></tr><tr><td>Name</td><td>ZIP</td></tr></table>';
    expect(readHtmlTable(html)).toEqual([
      ['Ship to', '', 'Qty'],
      ['Name', 'ZIP', ''],
    ]);
  });

  it('runs nothing, is no wider than a sheet, and is none where there is no table', () => {
    expect(readHtmlTable('<table><tr><td title="a > b">x<script>"</td>"</script></td></tr></table>')).toEqual(
      [['x']],
    );
    expect(readHtmlTable('<table><tr><td colspan=99999>x</td></tr></table>')?.[0]).toHaveLength(1);
    expect(readHtmlTable('<table><tr><td>out <table><tr><td>in</td></tr></table></td></tr></table>')).toEqual(
      [['out   in']],
    );
    expect(readHtmlTable('<p>no table</p>')).toBeNull();
  });
});
