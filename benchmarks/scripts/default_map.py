"""The least that shows a map: what the atlas' start is measured against."""

import folium
from streamlit_folium import st_folium

st_folium(folium.Map(), key="map")
