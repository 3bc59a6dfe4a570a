// The query: what was typed, cut into words, with and without what only makes it a question.

const EDGES = /^[\s,.;:?!。、…—·~-]+|[\s,.;:?!。、…—·~-]+$/g;
const BREAKS = /\s[+~·-]+\s|[\s,;:?!。、…/|]+/;
const DO = '(完成|达到|实现|落实|开工|投产|[建修做办])?[成好完]?';
const QUESTION = new RegExp('请问|想知道|想问|目前|现在|是不是|有没有|能不能|会不会|是否|怎么样?|怎样|如何|在?哪[个家座里儿些]?有?|有?啥(?!时)|说法|[呢吧啊]'
  + `|(为?什么(时候)?|啥时候?|何时|多久)能?${DO}|${DO}了?(多少|几)[个家座处条户亩项]?|${DO}了?(吗|没有|没|么)|${DO}了`, 'g');
const FILLERS = /今年|明年|去年|我们|咱们?|政府|市里|县里|报告|关于|说要|准备|打算|计划|需要|应该|可以|已经|到底|究竟|一共|总共|老百姓|百姓|群众|村民|居民|市民|大家|要建|要修|要|想|还|都|的|了/g;

class Query {
  constructor(text, corpus) {
    this.corpus = corpus;
    this.asked = text;
    this.text = text.normalize('NFKC').replace(/(\d),(?=\d{3}(?!\d))/g, '$1').replace(/([\d十百千])个(?=[万亿])/g, '$1').replace(EDGES, '');
  }

  get words() {
    const cut = () => Array.from(new Set(this.text.split(BREAKS)), (word) => this.form(word)).filter(({ text }) => text);
    this.cut = this.cut || cut();
    return this.cut;
  }

  form(text) {
    return this.corpus.normaliser.form(text);
  }

  /** Its words in the form of the texts. */
  get plain() {
    return this.words.map(({ text }) => text).join(' ');
  }

  get joined() {
    return this.plain.replace(/ /g, '');
  }

  /** Of 网吧 without 吧 too little is left. */
  isRemnant(whole) {
    return this.words.some(({ text }) => text.length === 1 && !whole.words.some((word) => word.text === text));
  }

  without(pattern, instead = ' ') {
    return new Query(this.plain.replace(pattern, instead), this.corpus);
  }

  /** The region as a whole is what every text is about. */
  get regional() {
    return this.without(this.corpus.region);
  }

  /** With the short names of places, as the texts mostly have them: 永济 for 永济市. */
  get local() {
    return this.corpus.shortNames.reduce((query, [name, short]) => query.without(name, `${short} `), this);
  }

  get isQuestion() {
    return /[?？]/.test(this.asked) || this.plain !== this.without(QUESTION).plain;
  }

  want() {
    const why = this.corpus.normaliser.isFolded(this.text) ? '繁体字' : '';
    const matcher = (form) => this.corpus.literal(form, why);
    return new Want(matcher(this.form(this.text)), this.words.map(matcher));
  }
}
