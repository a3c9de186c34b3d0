"""The pages of the site: bodies of HTML for each locale, made by templates that escape everything."""
