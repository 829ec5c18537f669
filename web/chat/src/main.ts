document.title = 'Sparrow'
