"""Still pictures of the atlas, drawn from its GeoDataFrames: plates, films, the picture for no script."""
