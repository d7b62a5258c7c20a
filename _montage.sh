cd /tmp/race_shots
for k in 684 800 1280 375 320; do montage light-$k-1bet.png light-$k-3end.png dark-$k-2mid.png dark-$k-4many.png dark-$k-5night.png -tile 3x2 -geometry ${1:-700x}+6+6 -background '#888' m-$k.png; done
