#version 330 core
// In the place of basins.frag while no basins are shown: heights keep their colours, and nothing is paid.

vec3 with_basins(vec3 heights, vec2 place) {
    return heights;
}
