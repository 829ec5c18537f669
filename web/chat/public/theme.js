// Runs before the first paint, so that a chosen theme or language never flashes into being. A file of its own: the page's
// policy allows no inline script.
;(function () {
  var root = document.documentElement
  try {
    var theme = localStorage.getItem('sparrow.theme')
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme
    var language = localStorage.getItem('sparrow.language') || navigator.language
    root.lang = /^zh/i.test(language) ? 'zh-CN' : 'en'
  } catch {
    root.lang = 'en'
  }
})()
