/* Shows what happened between two dates; the dates live in the address, so that it can be shared. */
(function () {
  'use strict';

  var form = document.querySelector('[data-between]');
  if (!form) return;
  var rows = [].slice.call(document.querySelectorAll('.happening'));
  var days = [].slice.call(document.querySelectorAll('.known'));
  var said = document.querySelector('.filter-status');

  function countOf(shown) {
    return shown.reduce(function (sum, row) { return sum + Number(row.getAttribute('data-count')); }, 0);
  }

  function show() {
    var from = form.elements.from.value;
    var to = form.elements.to.value;
    var shown = rows.filter(function (row) {
      var day = row.getAttribute('data-day');
      row.hidden = (from && day < from) || (to && day > to);
      return !row.hidden;
    });
    days.forEach(function (day) { day.hidden = !day.querySelector('.happening:not([hidden])'); });
    said.textContent = shown.length === rows.length ? '共' + countOf(rows) + '条。'
      : shown.length ? '其间' + countOf(shown) + '条，全部共' + countOf(rows) + '条。'
        : from && to && from > to ? '起始日期晚于结束日期，请对调。' : '其间没有动态，请放宽日期。';
  }

  function read() {
    var asked = new URLSearchParams(location.search);
    form.elements.from.value = asked.get('from') || '';
    form.elements.to.value = asked.get('to') || '';
    show();
  }

  function remember() {
    var chosen = new URLSearchParams();
    ['from', 'to'].forEach(function (name) {
      if (form.elements[name].value) chosen.set(name, form.elements[name].value);
    });
    var query = chosen.toString();
    if ((query && '?' + query) === location.search) return;
    try {
      history.pushState(null, '', location.pathname + (query ? '?' + query : ''));
    } catch (error) {
      // Some browsers forbid this on pages from disk: the list is filtered all the same.
    }
  }

  form.addEventListener('change', function () { remember(); show(); });
  form.addEventListener('submit', function (event) { event.preventDefault(); remember(); show(); });
  window.addEventListener('popstate', read);
  form.setAttribute('data-ready', '');
  read();
}());
