"""Build the shipped data from the base extract and the authored tables.

One direction: ``data/base`` + ``data/authored`` -> ``data/*.geojson``.
Nothing here knows Folium or Streamlit.
"""
