// Numbers: 28万, 280000 and 二十八万 are one token.

const FIGURE = '(?:[\\d零〇一二两三四五六七八九十百万亿]|千(?![瓦米克升]))'; // 十五万千瓦 is not 十五万千
// no number is longer, and each character of a run that is none begins another
const RUN = new RegExp(`${FIGURE}(${FIGURE}|\\.(?=\\d)|点(?=[零〇一二两三四五六七八九])){0,99}`, 'g');
const POINT = /^([^点.]+)点([零〇一二三四五六七八九]+)([万亿]*)$/; // 三百八十一点四亿
const ARABIC = /^\d+(\.\d+)?[百千]?[万亿]*/;
const SPOKEN = /[百千万亿][\d一二两三四五六七八九]$/; // 三万五 is 35000, 二百五 an insult
const YEAR = /^[零〇一二三四五六七八九]{4}$/;
const HAN = /^([一二两三四五六七八九]千)?零?([一二两三四五六七八九]百)?零?([一二两三四五六七八九]?十)?零?[一二两三四五六七八九]?$/;
const SIZE = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 };
const LARGEST = 1e15;
const [OPEN, CLOSE] = ['\ue000', '\ue001'];

function digit(char) {
  return '〇一二三四五六七八九'.indexOf({ 两: '二', 零: '〇' }[char] || char);
}

function small(words) {
  if (/^\d+(\.\d+)?[百千]?$/.test(words)) return parseFloat(words) * (SIZE[words.slice(-1)] || 1);
  if (YEAR.test(words)) return +Array.from(words, digit).join('');
  if (!HAN.test(words) || /^零*$/.test(words)) return NaN;
  return words.match(/[^零十百千]?[十百千]|[^零]/g).reduce((sum, part) => (
    sum + (SIZE[part] || digit(part[0]) * (SIZE[part[1]] || 1))), 0);
}

function amount(words) {
  const sign = ['亿', '万'].find((one) => words.indexOf(one) > 0);
  if (!sign) return small(words);
  const at = words.lastIndexOf(sign);
  const head = words.slice(0, at);
  const tail = words.slice(at + 1).replace(/^零/, '');
  return (SIZE[head] || amount(head)) * SIZE[sign] + (tail ? amount(tail) : 0);
}

/** In plain digits; empty for what is no well-formed number (十四五). */
function valueOf(words) {
  if (/^\d{16,}$/.test(words)) return words; // beyond what a double holds exactly
  const value = SPOKEN.test(words) || SIZE[words] > 10 ? NaN : withPoint(words);
  return value < LARGEST ? plainNumber(value) : '';
}

function plainNumber(value) {
  return String(+value.toFixed(6));
}

function withPoint(words) {
  const [, whole, digits, sign] = POINT.exec(words) || [];
  return digits ? amount(`${amount(whole).toFixed(0)}.${Array.from(digits, digit).join('')}${sign}`) : amount(words);
}

/** The beginning that may be a number where the whole is none. */
function headOf(words) {
  return (ARABIC.exec(words) || [words.split('点')[0]])[0];
}

function numeralsOf(text) {
  const found = [];
  RUN.lastIndex = 0;
  for (let hit = RUN.exec(text); hit; hit = RUN.exec(text)) {
    let words = hit[0];
    if (!valueOf(words)) words = headOf(words);
    const numeral = { start: hit.index, end: hit.index + words.length, value: valueOf(words) };
    if (numeral.value) found.push(numeral);
    RUN.lastIndex = numeral.end;
  }
  return found;
}
