"""No text of a source becomes markup or script, in any file of a site that is made of nothing but such texts."""
