/* Filters the list of targets; the choice lives in the address, so that it can be shared and Back works. */
(function () {
  'use strict';

  var form = document.querySelector('[data-filter]');
  if (!form) return;
  var selects = [].slice.call(form.querySelectorAll('select'));
  var rows = [].slice.call(document.querySelectorAll('.target-row'));
  var groups = [].slice.call(document.querySelectorAll('.target-groups'));
  var said = document.querySelector('.filter-status');

  function fits(row) {
    return selects.every(function (select) {
      if (!select.value) return true;
      var option = select.options[select.selectedIndex];
      var wanted = option.getAttribute('data-match') || select.value;
      return row.getAttribute('data-' + select.name).split('|').indexOf(wanted) >= 0;
    });
  }

  function labelOf(select) {
    var label = form.querySelector('label[for="' + select.id + '"]').textContent;
    var option = select.options[select.selectedIndex];
    return label + ' ' + option.getAttribute('data-label');
  }

  function show() {
    var shown = 0;
    rows.forEach(function (row) {
      row.hidden = !fits(row);
      if (!row.hidden) shown += 1;
    });
    groups.forEach(function (group) {
      group.hidden = !group.querySelector('.target-row:not([hidden])');
    });
    var chosen = selects.filter(function (select) { return select.value; }).map(labelOf).join('；');
    said.textContent = !chosen ? '共' + rows.length + '项目标。'
      : shown ? '找到' + shown + '项：' + chosen + '（全部' + rows.length + '项）。'
        : '没有找到符合条件的目标：' + chosen + '。请放宽条件。';
  }

  function read() {
    var asked = new URLSearchParams(location.search);
    selects.forEach(function (select) {
      select.value = asked.get(select.name) || '';
      if (select.selectedIndex < 0) select.value = '';
    });
    show();
  }

  function remember() {
    var chosen = new URLSearchParams();
    selects.forEach(function (select) {
      if (select.value) chosen.set(select.name, select.value);
    });
    var query = chosen.toString();
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
