/* Prints the list as it stands, with what was asked for and the address that leads back to it. */
(function () {
  'use strict';

  var buttons = [].slice.call(document.querySelectorAll('[data-print]'));
  var address = document.querySelector('[data-address]');
  var asked = document.querySelector('[data-asked]');

  function words() {
    var box = document.querySelector('[data-search] [type="search"]');
    var chosen = [].map.call(document.querySelectorAll('.search-facets-tag'), function (tag) {
      return tag.firstChild.textContent;
    });
    var query = box.value.trim();
    return (query ? ['“' + query + '”'] : []).concat(chosen).join('，');
  }

  function readable(href) {
    try {
      return decodeURI(href);
    } catch (error) {
      return href; // typed by hand, with a % that is none of ours
    }
  }

  function prepare() {
    if (/^https?:$/.test(location.protocol)) address.textContent = readable(location.href);
    if (asked) asked.textContent = words() ? '搜索：' + words() : '';
  }

  buttons.forEach(function (button) {
    button.addEventListener('click', function () { window.print(); });
    button.setAttribute('data-ready', '');
  });
  window.addEventListener('beforeprint', prepare);
}());
