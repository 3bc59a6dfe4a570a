/* Reading the report: the contents list follows, and a chosen sentence gets its tools. */
(function () {
  'use strict';

  const page = document.querySelector('.reading');
  if (!page) return;

  follow(page.querySelector('.contents'));
  offerTools(document.getElementById('sentence-tools').content.firstElementChild);

  function each(list, act) { [].forEach.call(list, act); }

  /* Marks the section being read in both lists, and scrolls the list, never the page. */
  function follow(contents) {
    const folded = contents.querySelector('details');
    const open = contents.querySelector('.contents-open');
    const now = contents.querySelector('.contents-now');
    const links = [].slice.call(open.querySelectorAll('a'));
    const places = links.map(function (link) { return document.getElementById(link.hash.slice(1)); });
    let marked = null;
    let waiting = false;

    function topOf(place) { return place.getBoundingClientRect().top; }

    /* The section jumped to, while it stands where a jump leads; else the last one above a line a quarter
       down the window, lower and lower near the end, so that the last sections are reached. */
    function reached() {
      const padding = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
      const left = document.documentElement.scrollHeight - pageYOffset - innerHeight;
      const line = Math.max(innerHeight / 4, innerHeight - left);
      const asked = links.findIndex(function (link) { return link.hash === location.hash; });
      if (asked >= 0 && Math.abs(topOf(places[asked]) - padding) < 48) return links[asked];
      return links.filter(function (link, at) { return topOf(places[at]) <= line; }).pop() || null;
    }

    function show(link, box) {
      const own = link.getBoundingClientRect();
      const seen = box.getBoundingClientRect();
      if (own.top < seen.top || own.bottom > seen.bottom) {
        box.scrollTop += own.top - seen.top - seen.height / 3;
      }
    }

    function showFolded() {
      const current = folded.querySelector('[aria-current]');
      if (folded.open && current) show(current, folded.querySelector('ol'));
    }

    function mark() {
      waiting = false;
      const link = reached();
      if (link === marked) return;
      marked = link;
      each(contents.querySelectorAll('a'), function (one) {
        if (link && one.hash === link.hash) one.setAttribute('aria-current', 'location');
        else one.removeAttribute('aria-current');
      });
      now.textContent = link ? ' · ' + link.textContent : '';
      if (link) show(link, contents);
      showFolded();
    }

    function soon() {
      if (!waiting) requestAnimationFrame(mark);
      waiting = true;
    }

    function fold(event) {
      const within = folded.contains(event.target);
      if (event.key ? event.key === 'Escape' && within : !within || event.target.closest('a')) folded.open = false;
    }

    addEventListener('scroll', soon, { passive: true });
    addEventListener('resize', soon);
    addEventListener('hashchange', soon);
    document.addEventListener('click', fold);
    document.addEventListener('keydown', fold);
    folded.addEventListener('toggle', showFolded);
    contents.setAttribute('data-ready', '');
    mark();
  }

  /* One set of tools at a time, after the block of the sentence chosen or arrived at. */
  function offerTools(pattern) {
    let tools = null;
    let chosen = null;
    let passing = false; // an entry of the contents or of the notes was followed

    function numberOf(sentence) { return sentence.id.slice(1); }
    function linkOf(sentence) { return sentence.querySelector('.sentence-link'); }
    function part(name) { return tools.querySelector('.sentence-tools-' + name); }

    /* Without numbers, inferred ordinals, notes and what is said of seals. */
    function wordsOf(sentence) {
      const copy = sentence.cloneNode(true);
      each(copy.querySelectorAll('.sentence-link, .ordinal, .inferred, .note-ref, .unseen'), function (extra) {
        extra.remove();
      });
      return copy.textContent.replace(/\u2060/g, '').trim();
    }

    /* Empty on a disk, where an address leads nobody anywhere. */
    function address() {
      const given = document.querySelector('link[rel="canonical"]');
      if (given) return given.href;
      return /^http/.test(location.protocol) ? location.href.split('#')[0] : '';
    }

    function quotation(sentence) {
      const where = address();
      return '“' + wordsOf(sentence) + '”——《' + page.getAttribute('data-title') + '》第' + numberOf(sentence) + '句' +
        (where && '，' + where + '#' + sentence.id);
    }

    function say(words) { part('said').textContent = words; }

    /* Where the clipboard is closed to scripts; what cannot be copied stays selected. */
    function copyBySelecting(text) {
      const area = document.createElement('textarea');
      area.className = 'sentence-tools-text';
      area.setAttribute('aria-label', '要复制的文字');
      area.readOnly = true;
      area.value = text;
      tools.appendChild(area);
      area.select();
      if (!document.execCommand('copy')) return say('请手动复制选中的文字');
      area.remove();
      part('copy').focus({ preventScroll: true });
      say('已复制');
    }

    function copy() {
      const former = part('text');
      if (former) former.remove();
      const text = quotation(chosen);
      if (!navigator.clipboard) return copyBySelecting(text);
      navigator.clipboard.writeText(text).then(function () { say('已复制'); }, function () { copyBySelecting(text); });
    }

    /* Every target ends in its seal. */
    function listTargets(sentence) {
      const list = part('carried').querySelector('ul');
      each(sentence.querySelectorAll('.tracked'), function (tracked) {
        const seal = tracked.querySelector('.seal');
        if (!seal) return;
        const link = document.createElement('a');
        link.href = tracked.href;
        link.appendChild(seal.cloneNode(true));
        link.appendChild(document.createTextNode(
          (tracked.getAttribute('data-title') || '') + tracked.querySelector('.unseen').textContent));
        list.appendChild(document.createElement('li')).appendChild(link);
      });
      part('carried').hidden = !list.firstChild;
    }

    function close() {
      if (!tools) return;
      const focused = tools.contains(document.activeElement);
      tools.remove();
      tools = null;
      if (focused) linkOf(chosen).focus({ preventScroll: true });
    }

    function open(sentence) {
      if (tools && chosen === sentence) return;
      close();
      const block = sentence.closest('.block');
      const line = sentence.getAttribute('data-line');
      chosen = sentence;
      tools = pattern.cloneNode(true);
      tools.setAttribute('aria-label', '第' + numberOf(sentence) + '句');
      part('number').textContent = '第' + numberOf(sentence) + '句';
      part('printed').href += '#line-' + line;
      part('printed').textContent = '报纸原样第' + line + '行';
      if (!address()) part('copy').textContent = '复制这句话';
      part('copy').addEventListener('click', copy);
      part('close').addEventListener('click', close);
      listTargets(sentence);
      block.parentNode.insertBefore(tools, block.nextSibling);
      document.dispatchEvent(new CustomEvent('duixian:sentence', {
        detail: { sentence: sentence, tools: part('row') }
      }));
    }

    /* The page stays where the reader is: only the address changes. */
    function choose(sentence) {
      const x = pageXOffset;
      const y = pageYOffset;
      location.hash = sentence.id;
      scrollTo(x, y);
      open(sentence);
      part('copy').focus({ preventScroll: true });
      tools.scrollIntoView({ block: 'nearest' });
    }

    function arrive() {
      const sentence = !passing && document.getElementById(location.hash.slice(1));
      passing = false;
      if (sentence && sentence.matches('.sentence') && linkOf(sentence)) open(sentence);
      else close();
    }

    document.addEventListener('click', function (event) {
      const link = event.target.closest('a[href^="#"]');
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (!link.matches('.sentence-link')) {
        passing = link.hash !== location.hash;
        return;
      }
      event.preventDefault();
      choose(link.parentNode);
    });
    document.addEventListener('keydown', function (event) { if (event.key === 'Escape') close(); });
    addEventListener('hashchange', arrive);
    document.addEventListener('DOMContentLoaded', arrive); // once all scripts listen for what it tells
  }
}());
