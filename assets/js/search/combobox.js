// --- combobox: suggestions below the box, by the pattern of WAI-ARIA (listbox popup) ---

const SUGGESTED = 5; // more would hide the results on a phone
const TARGETS_SUGGESTED = 3; // where there is something else as well
const SUGGESTION_KINDS = { target: '目标', place: '地区', agency: '单位', section: '章节', topic: '主题' };

/** Targets, of which there are many, leave room for a place, an agency or a topic. */
function chosenSuggestions(suggestions) {
  const others = suggestions.filter(({ kind }) => kind !== 'target').length;
  let room = Math.max(SUGGESTED - others, TARGETS_SUGGESTED);
  return suggestions.filter(({ kind }) => kind !== 'target' || room-- > 0).slice(0, SUGGESTED);
}

class Combobox {
  /** `suggest` promises suggestions for what stands in the box, `go` leads to the chosen one. */
  constructor(box, suggest, go) {
    Object.assign(this, { box, suggest, go, options: [], active: -1, turn: 0 });
    this.list = Object.assign(element('ul', 'search-suggestions'), { id: 'search-suggestions', hidden: true });
    this.list.setAttribute('role', 'listbox');
    this.list.setAttribute('aria-label', '建议');
    const said = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': this.list.id };
    Object.keys(said).forEach((name) => box.setAttribute(name, said[name]));
    box.form.append(this.list);
    this.list.addEventListener('mousedown', (event) => event.preventDefault()); // keeps the focus in the box
    this.list.addEventListener('click', (event) => this.pick(event.target.closest('[role="option"]')));
    window.addEventListener('scroll', () => { if (Math.abs(window.scrollY - this.seenAt) > 8) this.close(); }, { passive: true });
  }

  get isOpen() {
    return !this.list.hidden;
  }

  /** Only the last offer counts, whichever comes first. */
  async offer() {
    this.turn += 1;
    const { turn } = this;
    const suggestions = await this.suggest().catch(() => []); // nobody misses what was only offered
    if (turn === this.turn && document.activeElement === this.box) this.show(chosenSuggestions(suggestions));
  }

  show(suggestions) {
    this.options = suggestions.map((suggestion, i) => this.option(suggestion, i));
    refill(this.list, ...this.options);
    this.list.hidden = !suggestions.length;
    this.box.setAttribute('aria-expanded', String(this.isOpen));
    this.activate(-1);
    this.stay();
  }

  option({ kind, href, text, marks }, i) {
    const words = element('span', 'search-suggestion-words', markedWords({ text, marks: marks || [] }));
    const node = Object.assign(element('li', 'search-suggestion', words, ' ', element('span', 'search-kind', SUGGESTION_KINDS[kind])), { id: `search-suggestion-${i}` });
    node.setAttribute('role', 'option');
    node.setAttribute('data-href', href);
    return node;
  }

  /** What is drawn now is no scrolling of the reader's. */
  stay() {
    this.seenAt = window.scrollY;
  }

  close() {
    this.turn += 1;
    if (this.isOpen) this.show([]);
  }

  activate(at) {
    this.active = at;
    this.options.forEach((option, i) => option.setAttribute('aria-selected', String(i === at)));
    if (at < 0) this.box.removeAttribute('aria-activedescendant');
    else this.box.setAttribute('aria-activedescendant', this.options[at].id);
  }

  /** Past the last option, and before the first, the text is the reader's own again. */
  move(by) {
    const places = this.options.length + 1;
    this.activate(((this.active + 1 + by + places) % places) - 1);
  }

  pick(option) {
    if (option) this.go(option.getAttribute('data-href'));
  }

  /** What a key does here; null where it is the box's own. */
  actionOf(key) {
    if (!this.isOpen) return key === 'ArrowDown' && this.box.value.trim() ? () => this.offer() : null;
    if (key === 'Enter') return this.active < 0 ? null : () => this.pick(this.options[this.active]);
    return { ArrowDown: () => this.move(1), ArrowUp: () => this.move(-1), Escape: () => this.close() }[key] || null;
  }
}
