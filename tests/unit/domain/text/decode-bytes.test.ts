import { expect, test } from 'vitest';
import { decodeBytes } from '../../../../src/domain/text/decode-bytes.ts';

const xml = 'application/xml';

/** Bytes given as hexadecimal, with text between braces taken as ASCII: `e9{t}e9`. */
function bytes(spelled: string): Uint8Array {
  const parts = spelled.split(/\{|\}/);
  return Buffer.concat(parts.map((part, index) => Buffer.from(part, index % 2 === 0 ? 'hex' : 'latin1')));
}

test.each([
  ['UTF-8', '{<a>}e58d8ee4b8ba', xml, '<a>华为'],
  ['a byte order mark, which goes', 'efbbbf{<a>}c3a9', xml, '<a>é'],
  ['UTF-16 LE with mark', 'fffe3c004e53', xml, '<华'],
  ['UTF-16 BE with mark', 'feff003c534e', xml, '<华'],
  ['UTF-16 LE known by its zero bytes', '3c003f004e53', xml, '<?华'],
  ['UTF-16 BE known by its zero bytes', '003c003f534e', xml, '<?华'],
  ['the charset of the Content-Type', '{<a>}cfecf3', 'text/xml; charset="windows-1251"', '<a>Пму'],
  [
    'the XML declaration',
    '{<?xml version="1.0" encoding="GB2312"?>}bbaaceaa',
    xml,
    '<?xml version="1.0" encoding="GB2312"?>华为',
  ],
  [
    'traditional characters in what is declared as gb2312',
    '{<?xml encoding="gb2312"?>}c841',
    xml,
    '<?xml encoding="gb2312"?>華',
  ],
  ['an HTML meta element', '{<meta charset=shift_jis>}93fa967b', 'text/html', '<meta charset=shift_jis>日本'],
  ['ISO-2022-JP, which is all ASCII', '1b2442467c4b5c1b2842', 'text/xml; charset=iso-2022-jp', '日本'],
  [
    'UTF-8 that is declared as Latin-1',
    '{<?xml encoding="iso-8859-1"?>}c3a9',
    xml,
    '<?xml encoding="iso-8859-1"?>é',
  ],
  ['UTF-8 that is declared as UTF-16', '{<?xml encoding="utf-16"?>}c3a9', xml, '<?xml encoding="utf-16"?>é'],
  ['a declared charset that does not fit', '{na}ef{ve caf}e9', 'text/xml; charset=gb18030', 'naïve café'],
  ['an unknown charset', '{caf}e9', 'text/xml; charset=x-none', 'café'],
  ['windows-1252 that nobody declared', '93{Huawei}94{ na}ef{ve}', xml, '“Huawei” naïve'],
  ['GB 18030 that nobody declared', 'bbaaceaabbd8d3a6c3c0b9fa', xml, '华为回应美国'],
  ['UTF-8 with one broken byte', `${'e58d8e'.repeat(20)}ff`, xml, `${'华'.repeat(20)}\ufffd`],
  [
    'a declared charset with one broken byte',
    `${'93fa967b'.repeat(20)}ff`,
    'text/html; charset=shift_jis',
    `${'日本'.repeat(20)}\ufffd`,
  ],
  ['nothing', '', null, ''],
])('decodes %s', (_case, spelled, contentType, expected) => {
  expect(decodeBytes(bytes(spelled), contentType)).toBe(expected);
});
