// Color scheme: the device's, until the reader chooses. The theme's style sheet follows an attribute of <body>.
const root = document.documentElement;
const dark = matchMedia("(prefers-color-scheme: dark)");

function paint() {
  const chosen = root.dataset.scheme;
  document.body.dataset.mdColorScheme = chosen === "auto" ? (dark.matches ? "slate" : "default") : chosen;
}

document.addEventListener("duizhao:change", paint);
dark.addEventListener("change", paint);
paint();
