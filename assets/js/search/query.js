// The query: what was typed, cut into words, with and without what only makes it a question.

const EDGES = /^[\s,.;:?!。、…—·~-]+|[\s,.;:?!。、…—·~-]+$/g;
const BREAKS = /[\s,;:?!。、…]+/;
const DO = '(完成|达到|实现|落实|开工|投产|[建修做办])?[成好完]?';
const QUESTION = new RegExp('请问|想知道|想问|目前|现在|是不是|有没有|能不能|会不会|是否|怎么样?|怎样|如何|在?哪[个家座里儿些]?有?|[呢吧啊]'
  + `|(为?什么(时候)?|啥时候?|何时|多久)能?${DO}|${DO}了?(多少|几)[个家座处条户亩项]?|${DO}了?(吗|没有|没|么)|${DO}了`, 'g');
const FILLERS = /今年|明年|去年|我们|咱们?|政府|市里|县里|报告|关于|说要|准备|打算|计划|需要|应该|可以|已经|到底|究竟|一共|总共|要建|要修|要|想|还|都|的|了/g;

class Query {
  constructor(text, normaliser) {
    this.normaliser = normaliser;
    this.text = text.normalize('NFKC').replace(/(\d),(?=\d{3}(?!\d))/g, '$1').replace(EDGES, '');
  }

  /** Its words in the form of the texts. */
  get plain() {
    return this.words.map(({ text }) => text).join(' ');
  }

  get words() {
    const cut = Array.from(new Set(this.text.split(BREAKS)));
    return cut.map((word) => this.normaliser.form(word)).filter(({ text }) => text);
  }

  without(pattern) {
    return new Query(this.plain.replace(pattern, ' '), this.normaliser);
  }

  want() {
    const why = this.normaliser.isFolded(this.text) ? '繁体字' : '';
    return new Want(literal(this.normaliser.form(this.text), why), this.words.map((word) => literal(word, why)));
  }
}
