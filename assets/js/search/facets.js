// --- facets: what narrows the results, as one field for each ---

const FACET_NAMES = { status: '状态', place: '地区', section: '章节', topic: '主题', year: '年份', kind: '类别' };
const ROOMY = '(min-width: 40em)'; // elsewhere the fields would push the results off the screen

function facetsIn(params) {
  const chosen = {};
  Object.keys(FACET_NAMES).forEach((key) => { if (params.get(key)) chosen[key] = params.get(key); });
  return chosen;
}

function facetWords(keys) {
  return Object.keys(FACET_NAMES).filter((key) => keys.includes(key)).map((key) => FACET_NAMES[key]).join('、');
}

class Facets {
  /** `react` is given what is to be chosen from now on. */
  constructor(react) {
    this.react = react;
    this.chosen = {};
    this.fields = {};
    const choices = element('fieldset', 'search-facets-fields', element('legend', 'unseen', '筛选结果'));
    for (const key of Object.keys(FACET_NAMES)) choices.append(this.field(key));
    this.summary = element('summary', '');
    this.details = element('details', 'search-facets-all', this.summary, choices);
    this.details.open = window.matchMedia(ROOMY).matches;
    this.tags = element('p', 'search-facets-chosen');
    this.node = element('div', 'search-facets', this.details, this.tags);
    this.node.hidden = true;
  }

  field(key) {
    const select = Object.assign(element('select', ''), { id: `search-${key}`, name: key });
    const label = Object.assign(element('label', '', FACET_NAMES[key]), { htmlFor: select.id });
    select.addEventListener('change', () => this.react(this.with(key, select.value)));
    this.fields[key] = { select, node: element('div', 'search-facets-field', label, select) };
    return this.fields[key].node;
  }

  with(key, value) {
    const chosen = Object.assign({}, this.chosen, { [key]: value });
    if (!value) delete chosen[key];
    return chosen;
  }

  /** What is chosen can always be taken back. The fields stay where they are: one of them may have the focus. */
  show(facets) {
    const given = {};
    Object.keys(this.chosen).forEach((key) => { given[key] = []; });
    facets.forEach(({ key, choices }) => { given[key] = choices; });
    const keys = Object.keys(FACET_NAMES).filter((key) => given[key]);
    this.node.hidden = !keys.length;
    this.summary.textContent = `筛选：${facetWords(keys)}`;
    for (const key of Object.keys(FACET_NAMES)) {
      this.fields[key].node.hidden = !given[key];
      this.fill(key, given[key] || []);
    }
    refill(this.tags, ...this.tagsOf(keys.filter((key) => this.chosen[key])));
  }

  tagsOf(keys) {
    const tags = keys.map((key) => this.tag(key));
    return keys.length > 1 ? tags.concat(pressable('search-facets-none', '全部清除', () => this.drop({}))) : tags;
  }

  fill(key, choices) {
    const value = this.chosen[key] || '';
    const options = choices.map(({ value: one, label, count }) => new Option(`${label}（${count}）`, one));
    if (value && !choices.some((choice) => choice.value === value)) options.push(new Option(value, value)); // from a wrong address
    const { select } = this.fields[key];
    refill(select, new Option('全部', ''), ...options);
    select.value = value;
    this.fields[key].label = value && (choices.find((choice) => choice.value === value) || { label: value }).label;
  }

  tag(key) {
    const cross = element('span', 'search-facets-cross', '×');
    cross.setAttribute('aria-hidden', 'true');
    const button = pressable('search-facets-tag', `${FACET_NAMES[key]}：${this.fields[key].label}`, () => this.drop(this.with(key, '')));
    button.append(element('span', 'unseen', '，取消'), ' ', cross);
    return button;
  }

  /** The pressed button goes, so that the focus needs a place. */
  drop(chosen) {
    this.summary.focus();
    this.react(chosen);
  }
}
