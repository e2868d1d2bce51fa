import "../style/databank.css";

// The data bank: an application on the same presentations as the reading pages.
document.documentElement.classList.add("databank-ready");
