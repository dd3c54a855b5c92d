"""What the Streamlit app is made of: the bridge to the map page, the charts."""
