const { Query, OPEN, CLOSE, coreOf, either, gramsOf, literal, literals, inOtherWords, merged, occurrences, pairsOf, printedSpans, synonymIn, wantOf } = kit;

// Spelling: words typed in pinyin, or with a character of the same sound, become words that occur.

const HAN_CHAR = /[\u3400-\u9fff]/;
const MOST_WAYS = 12; // to read a row of letters
const MOST_STEPS = 1000; // in looking for them
const LONGEST = 40; // letters that are read as pinyin

/** zh and z, ing and in: what many speakers do not tell apart. */
function blurred(syllable) {
  return syllable.replace(/^([zcs])h/, '$1').replace(/([ei]n)g$/, '$1');
}

class Spelling {
  /** `said` is “ba:八巴 bai:百白 …” */
  constructor(said) {
    this.syllables = new Set();
    this.readings = {};
    for (const entry of said.split(' ')) {
      const [syllable, chars] = entry.split(':');
      this.syllables.add(syllable);
      for (const char of chars) (this.readings[char] = this.readings[char] || []).push(syllable);
    }
  }

  /** How a character is said; what is not Chinese stands for itself. */
  of(char) {
    return this.readings[char] || [char];
  }

  initials(char) {
    return Array.from(new Set(this.of(char).map((said) => said[0])));
  }

  // A unit is what one character of the word must be; `loose` units are mere initials.

  exactly(char) {
    return { initials: this.initials(char), fits: (other) => other === char };
  }

  syllable(said) {
    return { initials: [said[0]], fits: (char) => this.of(char).includes(said) };
  }

  initial(letters) {
    return { initials: [letters[0]], loose: true, fits: (char) => char === letters || this.of(char).some((said) => said.startsWith(letters)) };
  }

  /** `heard` tells syllables apart, or does not. */
  sound(char, heard) {
    const sounds = this.of(char).map(heard);
    return { initials: this.initials(char), fits: (other) => other === char || this.of(other).some((said) => sounds.includes(heard(said))) };
  }

  /** The ways to read letters, with the fewest mere initials first, and that of initials only. */
  ways(text) {
    let ways = [[0, 0, []]];
    const done = [];
    for (let steps = 0; ways.length && steps < MOST_STEPS; steps++) {
      const [loose, at, units] = ways.shift();
      if (at === text.length) done.push([loose, units]);
      else this.next(text, at).forEach(([length, unit]) => ways.push([loose + (unit.loose ? 1 : 0), at + length, units.concat(unit)]));
      ways = ways.sort((a, b) => a[0] - b[0] || b[1] - a[1]).slice(0, 60);
      if (done.length === MOST_WAYS) break;
    }
    const initials = Array.from(text, (char) => (/[a-z]/.test(char) ? this.initial(char) : this.exactly(char)));
    const fewest = done.filter(([loose]) => loose === done[0][0]).map(([, units]) => units);
    return done.length && done[0][0] < initials.filter(({ loose }) => loose).length ? fewest.concat([initials]) : [initials];
  }

  next(text, at) {
    if (!/[a-z]/.test(text[at])) return [[1, this.exactly(text[at])]];
    const steps = [];
    for (let length = Math.min(6, text.length - at); length; length--) {
      const said = text.slice(at, at + length);
      if (this.syllables.has(said)) steps.push([length, this.syllable(said)]);
      else if (length === 1 || /^[zcs]h$/.test(said)) steps.push([length, this.initial(said)]);
    }
    return steps;
  }
}

/** What pinyin may mean: a mere initial tells so little that the word must be known for one. */
async function wordsInPinyin(text, spelling, corpus) {
  if (text.length > LONGEST) return [];
  for (const units of spelling.ways(text)) {
    const loose = units.filter((unit) => unit.loose).length;
    const isUnfinished = loose === 1 && units.length > 2 && units[units.length - 1].loose;
    const isShort = units.length === 2 && loose;
    const isSure = !loose || isUnfinished || units.length - loose > 1 || units.length > 3;
    const found = (await corpus.wordsFitting(units)).filter(({ word, isWord }) => HAN_CHAR.test(word) && (isShort ? corpus.isName(word) : isSure || isWord));
    if (found.length) return found.map(({ word }) => word);
  }
  return [];
}

/** Words that sound like this one; most of its characters have to be right. */
async function wordsThatSound(text, spelling, corpus) {
  if (!/^[\u3400-\u9fff]{2,8}$/.test(text) || !Array.from(text).every((char) => spelling.readings[char])) return [];
  const wrong = (word) => Array.from(word).filter((char, at) => char !== text[at]).length;
  const heard = text.length > 2 ? blurred : (said) => said; // two characters are soon taken for two others
  const found = (await corpus.wordsFitting(Array.from(text, (char) => spelling.sound(char, heard)))).filter(({ isWord }) => isWord || text.length > 2);
  return found.map(({ word }) => word).filter((word) => wrong(word) && wrong(word) <= (text.length > 2 ? 2 : 1)).sort((a, b) => wrong(a) - wrong(b));
}
