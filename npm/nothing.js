// On a server there is no page to define the element for: importing it does nothing, and the page does it again.
