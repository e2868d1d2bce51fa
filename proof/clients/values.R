# Reads figures of a databank into data frames: the open-data service page by page, and a selection table.
library(jsonlite)

root <- commandArgs(trailingOnly = TRUE)[1]

read_all <- function(url) {
  pages <- list()
  while (!is.null(url)) {
    page <- fromJSON(URLencode(url))
    rows <- page$value
    pages[[length(pages) + 1]] <- rows[, !(names(rows) %in% c("@odata.type", "@odata.id")), drop = FALSE]
    url <- page[["@odata.nextLink"]]
  }
  do.call(rbind, pages)
}

base_url <- paste0(root, "/ViewerServices/odata")
values <- read_all(paste0(base_url, "/Variables('inwoners_alle')/GeoLevels('gemeente')/PeriodLevels('year')/Periods('all')/Values"))
for (i in seq_len(nrow(values))) {
  cat(paste("value", "inwoners_alle", values$ExternalCode[i], values$Period[i], values$ValueString[i], sep = "|"), "\n", sep = "")
}

table_url <- paste0(root, "/viewer/selectiontableasjson.ashx?")
content <- fromJSON(paste0(table_url, "var=", "bevolking", "&period=", "mostrecent", "&geolevel=", "provincie2024",
                           "&dimlevel=", "geslacht", "&flip_table=false"))
df <- data.frame(content$rows)
names(df) <- content$headers$name
for (i in seq_len(nrow(df))) {
  cat(paste("cells", "bevolking", df[i, 1], df[i, 2], paste(df[i, -(1:2)], collapse = ","), sep = "|"), "\n", sep = "")
}
