"""The plain way: a Streamlit script that makes the Folium map of a year anew at every step."""

import streamlit as st
from streamlit_folium import st_folium

from benchmarks import folium_maps


@st.cache_resource
def _frames():
    import geo

    return geo.load_layers()


year = st.slider("Year", 1900, 1991, 1929)
built = folium_maps.add_year(folium_maps.blank(), _frames(), year)
st_folium(built, key="map", width=1100, height=600, returned_objects=[])
