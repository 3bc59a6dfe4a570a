"""What goes with a release: its source archive, what is inside, under which licences, how safe."""
