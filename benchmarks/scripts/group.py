"""The better plain way: the Folium map stays, the features of the year are sent into it at every step."""

import folium
import streamlit as st
from streamlit_folium import st_folium

from benchmarks import folium_maps


@st.cache_resource
def _frames():
    import geo

    return geo.load_layers()


year = st.slider("Year", 1900, 1991, 1929)
group = folium_maps.add_year(folium.FeatureGroup("year"), _frames(), year)
st_folium(
    folium_maps.blank(), key="map", width=1100, height=600, returned_objects=[], feature_group_to_add=group
)
