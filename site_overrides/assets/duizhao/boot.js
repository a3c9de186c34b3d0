// Runs before the page is drawn, so that a chosen color scheme never flashes.
(function () {
  var root = document.documentElement;
  root.classList.remove("no-js");
  root.classList.add("js");
  var chosen = null;
  try { chosen = localStorage.getItem("duizhao.scheme"); } catch (error) { /* storage may be forbidden */ }
  if (chosen === "slate" || chosen === "default") root.dataset.scheme = chosen;
})();
