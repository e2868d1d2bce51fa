// Before anything is drawn: the look that the reader chose, and whether the first note was put away.
try {
  const look = localStorage.getItem("peil-look");
  if (look) document.documentElement.dataset.look = look;
  if (localStorage.getItem("peil-welcome")) document.documentElement.dataset.welcome = "seen";
} catch {}
