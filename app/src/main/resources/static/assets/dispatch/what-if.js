// The page that waits for a what-if: it moves the bar, and shows the result once it is there.

const waiting = document.getElementById("waiting");
const bar = document.getElementById("progress");

async function look() {
  const answer = await fetch(waiting.dataset.progress, { headers: { Accept: "application/json" }, cache: "no-store" });
  if (!answer.ok) {
    return; // The link to look again stays.
  }
  const state = await answer.json();
  bar.value = state.progress;
  if (state.done) {
    location.reload();
  } else {
    setTimeout(look, 1000);
  }
}

if (waiting) {
  setTimeout(look, 500);
}
