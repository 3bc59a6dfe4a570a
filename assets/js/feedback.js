/* Offers to report a mistake in the sentence that was chosen: fills in the report page's template. */
(function () {
  'use strict';

  var LONGEST = 80; // characters of a quote in a link: mail programs cut off long ones
  var EXTRAS = '.sentence-link, .ordinal, .inferred, .seal, .unseen, .note-ref';
  var report = document.querySelector('[data-feedback]');
  if (!report) return;
  var template = report.getAttribute('data-feedback');
  var linked = report.getAttribute('data-feedback-kind') !== 'text';

  function addressOf(sentence) {
    var given = report.getAttribute('data-feedback-address');
    var served = /^https?:$/.test(location.protocol) && !/^https?:/.test(given);
    return (served ? location.origin + location.pathname : given) + '#' + sentence.id;
  }

  function wordsOf(sentence) {
    var copy = sentence.cloneNode(true);
    [].forEach.call(copy.querySelectorAll(EXTRAS), function (extra) { extra.parentNode.removeChild(extra); });
    return copy.textContent.trim();
  }

  function shortened(words) {
    var characters = Array.from(words);
    return characters.length > LONGEST ? characters.slice(0, LONGEST).join('') + '……' : words;
  }

  function filledFor(sentence) {
    var words = wordsOf(sentence);
    var values = {
      quote: linked ? shortened(words) : words,
      number: sentence.id.replace(/^s/, ''),
      address: addressOf(sentence)
    };
    return template.replace(/\{(quote|number|address)\}/g, function (place, name) {
      return linked ? encodeURIComponent(values[name]) : values[name];
    });
  }

  function link(href) {
    var made = document.createElement('a');
    made.href = href;
    made.textContent = '报告错误或提供线索';
    return made;
  }

  function copying(text) {
    var made = document.createElement('button');
    made.type = 'button';
    made.textContent = '复制报错的话';
    made.addEventListener('click', function () {
      navigator.clipboard.writeText(text).then(function () {
        made.textContent = '已复制，可照着反映';
      }, function () {
        made.textContent = '请到页末手动复制';
      });
    });
    return made;
  }

  function toolFor(sentence) {
    var filled = filledFor(sentence);
    if (linked) return link(filled);
    return navigator.clipboard ? copying(filled) : link('#feedback');
  }

  document.addEventListener('duixian:sentence', function (event) {
    var tools = event.detail.tools;
    var former = tools.querySelector('.feedback-tool');
    var tool = toolFor(event.detail.sentence);
    tool.className = 'feedback-tool';
    if (former) tools.replaceChild(tool, former);
    else tools.appendChild(tool);
  });
}());
