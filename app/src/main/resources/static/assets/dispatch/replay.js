// Plays back what the board showed. Without scripts the form asks for one step; with them the slider shows it at once.

const form = document.querySelector("form[data-replay]");
const slider = form?.querySelector("input[type=range]");
const play = document.getElementById("play");
let asked = null;
let playing = null;

async function show() {
  asked?.abort();
  const mine = new AbortController();
  asked = mine;
  const address = `${form.action}?${new URLSearchParams(new FormData(form))}`;
  try {
    const answer = await fetch(address, { headers: { Accept: "text/html" }, signal: mine.signal, redirect: "manual" });
    if (!answer.ok) {
      throw new Error(String(answer.status));
    }
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-then]");
    if (!fresh || mine.signal.aborted) {
      return;
    }
    document.querySelector("[data-then]").replaceWith(fresh);
    slider.setAttribute("aria-valuetext", fresh.querySelector("#then-at").textContent);
    history.replaceState(null, "", address);
  } catch (failure) {
    if (failure.name !== "AbortError") {
      stop();
      form.submit(); // The page says what is wrong: a session that ended, a purpose that ran out.
    }
  }
}

function stop() {
  playing = null;
  play.setAttribute("aria-pressed", "false");
}

/** The next step is taken a second after the answer to the one before, however long that took. */
async function step(mine) {
  if (playing !== mine) {
    return; // Stopped meanwhile, perhaps started anew.
  }
  if (Number(slider.value) >= Number(slider.max)) {
    stop();
    return;
  }
  slider.stepUp();
  await show();
  setTimeout(step, 1000, mine);
}

if (slider) {
  play.hidden = false;
  slider.addEventListener("input", () => show());
  play.addEventListener("click", async () => {
    if (playing) {
      stop();
      return;
    }
    if (Number(slider.value) >= Number(slider.max)) {
      slider.value = slider.min;
    }
    const mine = {};
    playing = mine;
    play.setAttribute("aria-pressed", "true");
    await show();
    setTimeout(step, 1000, mine);
  });
}
