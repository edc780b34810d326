// Marks the page as one with scripts before it is drawn, so that nothing flickers.
document.documentElement.classList.add("js");
