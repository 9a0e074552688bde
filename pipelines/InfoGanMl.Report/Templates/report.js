// Plays the frames of each continuous code. Without this script the page shows a still grid in their place.
"use strict";

document.documentElement.classList.add("js");

for (const player of document.querySelectorAll(".player")) {
  const values = player.dataset.values.split(" ");
  const slider = player.querySelector("input");
  const shown = player.querySelector("output");
  const button = player.querySelector("button");
  let timer = 0;
  let step = 1;

  const show = () => {
    player.style.setProperty("--frame", slider.value);
    shown.value = values[slider.value];
    slider.setAttribute("aria-valuetext", values[slider.value]);
  };

  // There and back again: a jump from the last frame to the first would look like a change of the code.
  const advance = () => {
    const at = Number(slider.value);
    if (at + step < 0 || at + step >= values.length) {
      step = -step;
    }
    slider.value = at + step;
    show();
  };

  const setPlaying = (playing) => {
    clearInterval(timer);
    timer = playing && values.length > 1 ? setInterval(advance, 120) : 0;
    button.textContent = playing ? "Stop" : "Play";
    button.setAttribute("aria-pressed", String(playing));
  };

  slider.addEventListener("input", () => {
    setPlaying(false);
    show();
  });
  button.addEventListener("click", () => setPlaying(timer === 0));
  show();
}
