// Before anything is drawn: the look that the reader chose.
try {
  const look = localStorage.getItem("peil-look");
  if (look) document.documentElement.dataset.look = look;
} catch {}
