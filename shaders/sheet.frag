#version 330 core
// A translucent sheet: its own shade, fainter where it passes behind the surface.
// Spaces: pixels from the upper left corner; window depth is linear there.

in vec2 place;
in float sheet_depth;
in vec4 sheet_color;

out vec4 color;

float visibility(vec2 place, float ink_depth);  // ink_hidden.frag

void main() {
    color = vec4(sheet_color.rgb, sheet_color.a * visibility(place, sheet_depth));
}
