### Lo que leen los usuarios, en español. Las mismas claves y variables que en.ftl.

## Tabs

tab-today = Hoy
tab-today-by-city = Hoy por ciudad
tab-put-off = Aplazados
tab-clients = Clientes
tab-contacts = Contactos
tab-sales = Ventas
tab-followups = Seguimientos
tab-week = Semana
tab-activity = Actividad
tab-offers = Ofertas
tab-surveys = Encuestas
tab-totals = Actividad por semana
tab-products = Productos
tab-portfolio = Cartera

## Counts

count-clients =
    { $count ->
        [one] { $count } cliente
       *[other] { $count } clientes
    }
count-contacts =
    { $count ->
        [one] { $count } contacto
       *[other] { $count } contactos
    }
count-sales =
    { $count ->
        [one] { $count } venta
       *[other] { $count } ventas
    }
count-followups =
    { $count ->
        [one] { $count } seguimiento
       *[other] { $count } seguimientos
    }
count-offers =
    { $count ->
        [one] { $count } oferta
       *[other] { $count } ofertas
    }
count-surveys =
    { $count ->
        [one] { $count } encuesta
       *[other] { $count } encuestas
    }
count-products =
    { $count ->
        [one] { $count } producto
       *[other] { $count } productos
    }
count-salespeople =
    { $count ->
        [one] { $count } vendedor
       *[other] { $count } vendedores
    }

## The words of the closed lists in the data

kind-stage-prospect = prospecto
kind-stage-client = cliente
kind-stage-lost = perdido
kind-contact-role-purchasing = compras
kind-contact-role-decision = decisión
kind-contact-role-user = usuario
kind-contact-role-finance = finanzas
kind-contact-role-other = otro
kind-consent-unknown = no consta
kind-consent-given = dado
kind-consent-refused = denegado
kind-sale-sale = venta
kind-sale-return = devolución
kind-interaction-visit = visita
kind-interaction-call = llamada
kind-interaction-email = correo
kind-interaction-message = mensaje
kind-interaction-meeting = reunión
kind-interaction-note = nota
kind-interaction-survey = encuesta
kind-direction-out = saliente
kind-direction-in = entrante
kind-outcome-good = bien
kind-outcome-ok = regular
kind-outcome-bad = mal
kind-outcome-no-answer = no contesta
kind-follow-up-visit = visita
kind-follow-up-call = llamada
kind-follow-up-email = correo
kind-follow-up-message = mensaje
kind-follow-up-offer = oferta
kind-follow-up-task = tarea
kind-follow-up-state-open = abierto
kind-follow-up-state-done = hecho
kind-follow-up-state-dropped = abandonado
kind-offer-answer-pending = pendiente
kind-offer-answer-interested = interesado
kind-offer-answer-bought = comprado
kind-offer-answer-rejected = rechazado
kind-salesperson-role-seller = vendedor
kind-salesperson-role-manager = responsable
kind-goal-metric-sales = ventas
kind-goal-metric-visits = visitas
kind-goal-metric-touches = contactos
kind-goal-metric-coverage = cobertura
kind-goal-metric-new-clients = clientes nuevos
kind-goal-metric-offers = ofertas
kind-goal-metric-won-back = clientes recuperados

## Fields of forms and columns of lists

field-stars = Estrellas
field-name = Nombre
field-code = Código
field-tax-id = NIF
field-why = Por qué
field-stake = En juego
field-put-offs = Aplazado
field-phone = Teléfono
field-email = Correo
field-website = Web
field-address = Dirección
field-city = Ciudad
field-region = Provincia
field-postcode = Código postal
field-country = País
field-sector = Sector
field-source = Origen
field-owner = Vendedor
field-stage = Etapa
field-tags = Etiquetas
field-add-tags = Etiquetas: añadir
field-remove-tags = Etiquetas: quitar
field-potential = Potencial anual
field-potential-on = Potencial estimado el
field-potential-source = Origen del potencial
field-star-override = Estrellas fijadas
field-override-reason = Motivo
field-override-until = Hasta
field-visit-every = Visitar cada (días)
field-touch-every = Contactar cada (días)
field-do-not-contact = No contactar
field-they-call = Llamarán ellos
field-they-call-until = Hasta el
field-notes = Notas
field-archived = Archivado
field-client = Cliente
field-contact = Contacto
field-salesperson = Vendedor
field-job-title = Puesto
field-role = Función
field-main = Principal
field-language = Idioma
field-subject = Asunto
field-mail-body = Texto
field-consent = Consentimiento
field-left-on = Se fue el
field-sku = Referencia
field-family = Familia
field-unit = Unidad
field-price = Precio
field-launched-on = Lanzado el
field-active = Activo
field-date = Fecha
field-number = Documento
field-kind = Tipo
field-currency = Moneda
field-rate = Cambio
field-lines = Líneas
field-product = Producto
field-products = Productos
field-description = Descripción
field-quantity = Cantidad
field-discount = Descuento
field-amount = Importe
field-direction = Sentido
field-minutes = Minutos
field-outcome = Resultado
field-text = Texto
field-answer = Respuesta
field-answer-reason = Motivo de la respuesta
field-offered-on = Ofrecido el
field-age = Espera (días)
field-reason = Motivo
field-scale = Escala
field-sent-on = Enviada el
field-answered-on = Respondida el
field-score = Puntuación
field-survey = Encuesta
field-scale-from = Escala desde
field-scale-to = Escala hasta
field-comment = Comentario
field-week = Semana
field-touches = Toques
field-visits = Visitas
field-calls = Llamadas
field-emails = Correos
field-messages = Mensajes
field-meetings = Reuniones
field-offers = Ofertas
field-due = Vence
field-title = Asunto
field-recurrence = Se repite
field-repeats = Se repite
field-ended = Hecho con
field-recurrence-until = Se repite hasta
field-snoozed-to = Aplazado al
field-snoozes = Aplazado (veces)
field-state = Estado
field-reports-to = Responsable
field-stars-from = Estrellas desde
field-stars-to = Estrellas hasta
field-capacity = Contactos por semana
field-label = Nombre
field-effort-weight = Peso del esfuerzo
field-action = Acción
field-period = Periodo
field-metric = Medida
field-scope = Ámbito
field-target = Objetivo
field-sales-year = Ventas 12 m
field-last-buy = Última compra
field-last-visit = Última visita
field-last-touch = Último contacto
field-next-due = Pendiente
field-last-sale = Última venta
field-trend = Tendencia
field-clients = Clientes

## Dates

never = nunca
date-weekday-1 = lunes
date-weekday-2 = martes
date-weekday-3 = miércoles
date-weekday-4 = jueves
date-weekday-5 = viernes
date-weekday-6 = sábado
date-weekday-7 = domingo
date-month-1 = enero
date-month-2 = febrero
date-month-3 = marzo
date-month-4 = abril
date-month-5 = mayo
date-month-6 = junio
date-month-7 = julio
date-month-8 = agosto
date-month-9 = septiembre
date-month-10 = octubre
date-month-11 = noviembre
date-month-12 = diciembre
date-order-dmy = día/mes/año
date-order-mdy = mes/día/año
date-order-ymd = año-mes-día
date-ago-days =
    { $count ->
        [0] hoy
        [1] ayer
       *[other] hace { $count } d
    }
date-ago-months = hace { $count } m
date-ago-years = hace { $count } a
date-in-days =
    { $count ->
        [0] hoy
        [1] mañana
       *[other] en { $count } d
    }
every-days =
    { $count ->
        [1] cada día
       *[other] cada { $count } días
    }
every-weeks =
    { $count ->
        [1] cada semana
       *[other] cada { $count } semanas
    }
every-months =
    { $count ->
        [1] cada mes
       *[other] cada { $count } meses
    }
every-years =
    { $count ->
        [1] cada año
       *[other] cada { $count } años
    }
date-in-months = en { $count } m
date-in-years = en { $count } a

## What is wrong with a number or a date

error-number-empty = Falta un número
error-number-malformed = No es un número: «{ $text }»
error-number-no-decimals = No lleva decimales
error-number-decimals = Lleva { $allowed } decimales como mucho
error-number-too-large = Número demasiado grande
error-number-currency = Está en { $found } y aquí va en { $wanted }
error-date-empty = Falta una fecha
error-date-unknown = No es una fecha: «{ $text }»
error-date-unknown-near = No es una fecha: «{ $text }». ¿Quizá «{ $near }»?
error-date-no-day = El { $day } no existe: { $month } acaba el { $last } como mucho
error-date-no-day-year = El { $day } no existe: { $month } de { $year } acaba el { $last }
error-date-no-month = No hay mes { $month }; aquí se escribe { $order }
error-date-weekday = Ese día es { $weekday }
error-every-unknown = No es una repetición: «{ $text }»
error-every-out-of-range = Tiene que ser entre cada día y cada 10 años
error-date-out-of-range = Fecha fuera de rango: de los años 1 a 9999
filter-unknown-field = No hay ningún campo «{ $text }»; si es parte del texto, póngalo entre comillas
filter-unknown-field-near = No hay ningún campo «{ $text }»: ¿quizá { $near }?
filter-not-here = El campo { $text } no sirve en { $list }
filter-no-value = Falta el valor de { $text }
filter-dangling = A «{ $text }» le falta una condición; si es parte del texto, póngalo entre comillas
filter-empty = Aquí no hay nada que buscar
filter-open-quote = Faltan las comillas de cierre
filter-open-parenthesis = Falta cerrar este paréntesis
filter-stray-parenthesis = Este paréntesis no cierra ninguno
filter-too-deep = Demasiados paréntesis unos dentro de otros
filter-too-long = Demasiadas condiciones: caben 500
filter-no-window = { $text } no se cuenta por periodos: escríbalo sin el punto
filter-bad-window = «{ $text }» no es un periodo: pruebe .90d, .12m, .2a o .2025
filter-no-order = { $text } no admite mayor, menor ni distinto; para lo contrario, ponga - delante
filter-unknown-value = «{ $text }» no vale aquí. Puede ser: { $choices }
filter-unknown-value-near = «{ $text }» no vale aquí: ¿quizá { $near }?
filter-money-list = (la coma es decimal: para varios importes use .. u O)
filter-stars-range = Las estrellas van de 0 a 5
filter-count-for-date = Aquí va una fecha o una antigüedad, como { $text }: ¿quizá { $near }?
filter-age-for-count = Aquí va un número, no una antigüedad
filter-age-for-count-near = Aquí va un número, no una antigüedad: ¿quizá { $near }?
filter-months = La m son meses: ¿quizá { $near }, de millones?
filter-backwards = El intervalo va de menos a más, con valores del mismo tipo: 1..5, 30d..90d
filter-not-a-condition = { $text } ordena o limita toda la lista: va fuera de paréntesis y sin signo menos
filter-unknown-column = No hay ninguna columna «{ $text }» en esta lista. Puede ser: { $choices }
filter-unknown-column-near = No hay ninguna columna «{ $text }» en esta lista: ¿quizá { $near }?
filter-no-groups = Por «{ $text }» casi cada fila quedaría sola. Se puede agrupar por: { $choices }

## Why these stars, and why they changed

rating-sentence = { $text }.
rating-earned = { $earned }/año = { $pace } al ritmo de sus compras × { $activity } activo (última { $last }; suele comprar cada { $gap } d)
rating-earned-once = { $earned }/año = { $pace } al ritmo de su única compra × { $activity } activo (fue { $last }; lo usual es comprar cada { $gap } d)
rating-earned-and-potential = { $earned } + { $part } = { $value }.
rating-potential-alone = { $value }/año = { $part }; { $sales }.
rating-nothing = { $value }/año: { $sales }.
rating-sales-none = sin compras ni potencial vigente
rating-sales-not-yet = aún no ha comprado
rating-sales-returned = lo que compró se devolvió, o es tan antiguo que ya no cuenta
rating-part-elsewhere = { $weight } de { $elsewhere } que aún compra a otros ({ $estimate })
rating-part-possible = { $weight } de { $elsewhere } que podría comprar ({ $estimate })
rating-estimate = potencial { $potential }, estimado el { $on }
rating-estimate-by = potencial { $potential }, estimado el { $on } según { $who }
rating-estimate-half = { $estimate }; cuenta la mitad por tener más de { $months } meses
rating-potential-old = No cuenta lo que podría comprar, por tener la estimación más de { $months } meses ({ $estimate }).
rating-potential-covered = Su potencial no añade nada: ya nos compra tanto ({ $estimate }).
rating-silent = Sin estrella por llevar { $overdue } intervalos sin comprar.
rating-from = { $star }★ desde { $amount }
rating-no-thresholds = Aún no hay umbrales: cuando se calcularon no había compras recientes.
rating-held = Sigue en { $star }★ mientras no baje de { $amount }.
rating-held-buying = Sigue en { $star }★ mientras sus compras no bajen de { $amount }.
rating-waits = Subirá a { $star }★ cuando llegue a { $amount }.
rating-waits-buying = Subirá a { $star }★ cuando sus compras lleguen a { $amount }.
rating-capped = El potencial sube una estrella como mucho.
rating-fell = Bajó de { $from }★ a { $to }★ el { $on }: { $why }.
rating-rose = Subió de { $from }★ a { $to }★ el { $on }: { $why }.
rating-stayed = Sigue en { $to }★ el { $on }: { $why }.
rating-needed-to-stay = necesitaba ≥ { $amount } para seguir
rating-needed-to-rise = necesitaba ≥ { $amount } para subir
rating-why-value = { $now }/año, antes { $before }
rating-why-first = compró por primera vez
rating-why-slower = compra a menor ritmo, { $now }/año, antes { $before }
rating-why-faster = compra a mayor ritmo, { $now }/año, antes { $before }
rating-why-silent = sin compras desde hace { $overdue } intervalos (activo { $activity })
rating-why-active = está más activo, { $now }, antes { $before }
rating-why-potential = su potencial añade { $now }, antes { $before }
rating-why-thresholds = cambiaron los umbrales de las estrellas

## Forms

form-title-new-client = Cliente nuevo
form-title-new-contact = Contacto nuevo
form-title-new-product = Producto nuevo
form-title-new-sale = Venta nueva
form-title-new-interaction = Actividad nueva
form-title-new-follow-up = Seguimiento nuevo
form-title-new-offer = Oferta nueva
form-title-new-survey = Enviar una encuesta
form-title-new-salesperson = Vendedor nuevo
form-title-new-mail-template = Plantilla de correo nueva
form-title-edit-client = Cliente: { $name }
form-title-edit-contact = Contacto: { $name }
form-title-edit-product = Producto: { $name }
form-title-edit-sale = Venta: { $name }
form-title-edit-interaction = Lo hecho: { $name }
form-title-edit-follow-up = Seguimiento: { $name }
form-title-edit-offer = Oferta: { $name }
form-title-edit-survey = Encuesta: { $name }
form-title-edit-salesperson = Vendedor: { $name }
form-title-edit-mail-template = Plantilla de correo: { $name }
form-section-file = Ficha
form-section-care = Atención
form-section-more = Otros datos
form-section-mail = Se rellena: {"{"}contacto{"}"} {"{"}cliente{"}"} {"{"}yo{"}"} {"{"}fecha{"}"} {"{"}producto{"}"}
form-language-name = español
form-language-unknown = no consta
form-yes = sí
form-no = no
form-total = Total
form-unsaved = sin guardar
form-working-out = Calculando qué cambia…
form-days-later = { $count ->
    [one] un día después
   *[other] { $count } días después
}
form-days-earlier = { $count ->
    [one] un día antes
   *[other] { $count } días antes
}
form-price-by = { $part } de cada precio
form-saving = Guardando…
form-from-filter = Del filtro: { $fields }
form-pick-as-text = { $name } · sin producto, solo texto
form-pick-new-survey = { $name } · encuesta nueva
form-pick-none = No hay ninguno así
form-hint-choice = ← → o la primera letra
form-hint-flag = espacio, s o n
form-hint-notes = Intro: línea nueva; en una vacía, sigue
form-hint-example = p. ej. { $example }
form-hint-tags = separadas por comas
form-hint-reference = escriba y elija con ↑ ↓
form-hint-client-first = elija antes el cliente
form-hint-line = en una línea vacía, Intro guarda
form-date-understood = { $weekday } { $date }
form-date-past = { $weekday } { $date }: ya ha pasado
form-date-future = { $weekday } { $date }: aún no ha llegado
form-example-due = +15d, lunes, { $date }
form-every-never = no se repite
form-example-every = cada semana, cada mes, cada 10 días
form-error-ends-before = Acabaría antes del primero ({ $due }): ponga una fecha posterior, o déjelo en blanco para que no acabe
form-error-answered-unsent = Se envió el { $date }: la respuesta no puede ser anterior
form-error-scale = La escala empieza en { $from }: tiene que acabar más arriba
form-error-answered-before = Se ofreció el { $date }: la respuesta no puede ser anterior
form-example-past = hoy, ayer, { $date }
form-error-with-example = { $what } · p. ej. { $example }
form-error-required = Falta: { $field }
form-error-note-text = Una nota necesita texto.
form-outcome-unknown = sin decir
form-error-email = No parece un correo · p. ej. ana@empresa.com
form-error-placeholder = { $word } no se puede rellenar. Se puede usar: { $known }
form-error-currency = No es una moneda: son tres letras · p. ej. EUR, USD, MXN
form-error-too-long = Demasiado largo: son { $length } letras y caben { $most }
form-error-long-tag = Una etiqueta tiene { $most } letras como mucho; sepárelas con comas
form-error-negative = No puede ser negativo
form-error-not-positive = Tiene que ser mayor que cero
form-error-outside = Tiene que estar entre { $least } y { $most }
form-error-no-client = «{ $name }» no señala a un único cliente: elija uno de la lista, o añádalo antes en Clientes
form-error-no-contact = «{ $name }» no señala a un único contacto de este cliente: elija uno de la lista, o añádalo antes en su ficha
form-error-no-product = «{ $name }» no señala un único producto: elija uno de la lista, o añádalo antes en Productos
form-error-no-survey = «{ $name }» no es ninguna encuesta: elíjala en la lista con ↑ ↓, que también crea la nueva
form-error-no-salesperson = «{ $name }» no señala a un único vendedor: elija uno de la lista, o añádalo antes en Vendedores
form-error-no-lines = La venta no tiene líneas: escriba un producto
form-error-no-potential = Falta el importe del potencial, o sobran su fecha y su origen
form-error-stars-order = Tiene que ser { $from }★ o más
form-error-own-manager = { $name } no puede ser su propio responsable
form-notice-errors =
    { $count ->
        [one] No se ha guardado: hay { $count } campo por corregir
       *[other] No se ha guardado: hay { $count } campos por corregir
    }
form-refused-taken = Ya lo tiene { $by }
form-refused-value = La base de datos no admite este valor
form-refused-stale = No se ha guardado: lo han cambiado mientras tanto. Trayendo lo nuevo…
form-merged = Otro lo cambió mientras tanto: aquí está lo suyo y lo de usted. Revíselo y vuelva a guardar
form-contested = Otro puso «{ $text }»; si guarda, queda lo de usted
form-contested-lines = Otro cambió también las líneas; si guarda, quedan las de usted

## The screen

tab-salespeople = Vendedores
screen-too-small = Ventana demasiado pequeña
yes = sí
no = no
list-with-closed = también lo cerrado
list-marked = { $count ->
    [one] 1 marcada
   *[other] { $count } marcadas
}
list-marked-hidden = { $count ->
    [one] 1 marcada
   *[other] { $count } marcadas
} ({ $hidden } sin ver)
notices-title = Avisos

## Keys, as keyboards have them printed

key-ctrl = Ctrl
key-alt = Alt
key-shift = Mayús
key-space = Espacio
key-enter = Intro
key-esc = Esc
key-tab = Tab
key-backspace = Retroceso
key-delete = Supr
key-insert = Ins
key-pageup = RePág
key-pagedown = AvPág
key-home = Inicio
key-end = Fin

## What the keys do, in help

action-quit = Salir del programa
action-suspend = Dejar el programa en segundo plano
action-redraw = Dibujar de nuevo la pantalla
action-help = Mostrar las teclas que valen aquí
action-palette = Buscar y ejecutar cualquier acción, lista o vista
action-views = Ver las vistas guardadas; un número muestra la suya
action-save-view = Guardar como vista lo que muestra la lista
action-rename = Cambiar el nombre de la vista
action-move-up = Mover un puesto hacia arriba
action-move-down = Mover un puesto hacia abajo
action-back = Volver un paso atrás
action-select-next = Bajar una línea
action-select-prev = Subir una línea
action-page-down = Bajar una página
action-page-up = Subir una página
action-select-first = Ir al principio
action-select-last = Ir al final
action-column-next = Pasar a la columna siguiente
action-column-prev = Pasar a la columna anterior
action-sort-column = Ordenar por esta columna; otra vez, al revés; otra, como siempre
action-sort-also = Ordenar además por esta columna
action-choose-columns = Elegir las columnas y su orden
action-narrow-column = Estrechar esta columna
action-widen-column = Ensanchar esta columna
action-column-left = Mover esta columna a la izquierda
action-column-right = Mover esta columna a la derecha
action-group = Agrupar las filas por esta columna; otra vez, separarlas
action-fold-groups = Ver solo lo que suman los grupos, o de nuevo sus filas
action-toggle = Mostrar esta columna u ocultarla
action-carry-up = Subir un puesto
action-carry-down = Bajar un puesto
action-as-at-first = Todo como al principio: columnas, anchos, orden
action-search = Filtrar mientras se escribe: palabras y campo:valor
action-clear-search = Quitar el filtro
action-only-this = Solo las filas con el valor bajo el cursor
action-all-but-this = Todas las filas menos las que tienen el valor bajo el cursor
action-filter-column = Los valores de esta columna, con cuántas filas tiene cada uno
action-tick = Marcar el valor o quitarle la marca
action-tick-all = Marcar todos los que se ven, o ninguno
action-tick-others = Marcar los que no lo están en lugar de los que sí
action-sort-values = Poner los valores en su orden, o primero los más frecuentes
action-top-rows = Las primeras filas por esta columna: tantas como se escriba; si no, 20
action-show-closed = Ver también lo que falta: archivado, cerrado; en Hoy, lo que no cabe en la semana
action-next-tab = Pestaña siguiente
action-prev-tab = Pestaña anterior
action-tab-today = Ver a quién contactar hoy; otra vez, por ciudad, y los aplazados
action-tab-clients = Ver los clientes
action-tab-contacts = Ver los contactos
action-tab-sales = Ver las ventas
action-tab-activity = Ver lo hecho; otra vez, por semana, las ofertas y las encuestas
action-tab-follow-ups = Ver los seguimientos
action-tab-products = Ver los productos (artículos)
action-tab-salespeople = Ver los vendedores (representantes)
action-client-contacts = Ver los contactos de este cliente
action-client-sales = Ver las ventas a este cliente
action-client-activity = Ver lo hecho con este cliente
action-client-follow-ups = Ver los seguimientos de este cliente
action-open = Abrir la ficha
action-add = Añadir una fila a esta lista
action-add-contact = Añadir un contacto a este cliente
action-edit = Editar la fila
action-remove = Archivar o borrar
action-log-visit = Anotar una visita; Intro sin texto: hoy
action-log-call = Anotar una llamada
action-log-email = Anotar un correo
action-log-message = Anotar un mensaje
action-log-note = Anotar un texto
action-add-follow-up = Añadir un seguimiento
action-complete-follow-up = Marcar el seguimiento como hecho; de una oferta o encuesta, decir qué respondió
action-snooze-until = Aplazar el seguimiento, en Hoy el cliente, hasta el día que diga
action-move-later = Pasarlo al día siguiente
action-move-earlier = Pasarlo al día anterior
action-week-next = Semana siguiente
action-week-prev = Semana anterior
action-this-week = Volver a hoy
action-day-next = Día siguiente
action-day-prev = Día anterior
action-snooze-follow-up = Aplazar una semana el seguimiento; en Hoy, al cliente si nada vence
action-add-sale = Añadir una venta: una línea, o Intro para la ficha
action-offer-product = Ofrecer un producto
action-survey-figures = Ver qué dicen las encuestas: respuestas, media y NPS
action-mark = Marcar la fila, o quitar la marca, y pasar a la siguiente
action-mark-next = Seguir marcando hacia abajo
action-mark-prev = Seguir marcando hacia arriba
action-mark-all = Marcar todas las filas, o ninguna
action-edit-many = Cambiar un campo de las filas marcadas, o de todas
action-brief = Ver el resumen del cliente antes de una visita
action-explain-stars = Explicar las estrellas
action-copy = Copiar un teléfono, un correo, un nombre… o escribir un correo
action-edit-notes = Editar las notas en su editor
action-explain-today = Explicar por qué toca contactarlo, o por qué no
action-undo = Deshacer el último cambio
action-redo = Rehacer lo deshecho
action-submit = Aceptar
action-cancel = Cerrar sin aceptar
action-change-ending = Cambiar qué pasa con lo pendiente
action-chips = Cambiar las partes del filtro, arriba
action-next-chip = Ir a la parte siguiente del filtro
action-prev-chip = Ir a la parte anterior del filtro
action-drop-chip = Quitar esta parte del filtro
action-opposite = Volver del revés esta parte del filtro
action-complete-back = Volver a la propuesta anterior
action-history = Ver los filtros de antes, para elegir uno
action-complete = Completar el nombre en el que está el cursor; si no, lo que pasa con lo pendiente
action-open-form = Seguir en la ficha de venta con lo escrito
action-this-one = De lo que se repite, solo esta vez
action-next-field = Campo siguiente
action-prev-field = Campo anterior
action-save = Guardar desde cualquier campo
action-add-line = Añadir una línea a la venta
action-remove-line = Quitar esta línea de la venta
action-discard = Descartar el borrador

## What the keys do, in one word for the footer

footer-quit = salir
footer-help = ayuda
footer-palette = todo
footer-views = vistas
footer-save-view = guardar vista
footer-rename = renombrar
footer-move-up = subirla
footer-move-down = bajarla
footer-back = volver
footer-select-next = bajar
footer-select-prev = subir
footer-page-down = página abajo
footer-page-up = página arriba
footer-sort-column = ordenar
footer-choose-columns = columnas
footer-group = agrupar
footer-toggle = mostrar/ocultar
footer-carry-up = subir
footer-carry-down = bajar
footer-as-at-first = como al principio
footer-search = buscar
footer-tab-products = productos
footer-tab-salespeople = vendedores
footer-client-contacts = sus contactos
footer-client-sales = sus ventas
footer-client-activity = lo hecho
footer-client-follow-ups = sus seguimientos
footer-open = ficha
footer-add = nuevo
footer-add-contact = nuevo contacto
footer-open-week = lo hecho
footer-edit = editar
footer-remove = borrar
footer-log-visit = visita
footer-log-call = llamada
footer-log-email = correo
footer-log-message = mensaje
footer-log-note = texto
footer-add-follow-up = seguimiento
footer-complete-follow-up = hecho
footer-answer-offer = responder
footer-snooze-until = aplazar hasta
footer-move-later = al día siguiente
footer-move-earlier = al día anterior
footer-week-next = semana sig.
footer-week-prev = semana ant.
footer-this-week = hoy
footer-day-next = día sig.
footer-day-prev = día ant.
footer-snooze-follow-up = aplazar
footer-add-sale = venta
footer-offer-product = oferta
footer-survey-figures = medias
footer-mark = marcar
footer-mark-next = + abajo
footer-mark-prev = + arriba
footer-mark-all = todas
footer-tick = marcar
footer-tick-all = todos
footer-tick-others = invertir
footer-sort-values = orden
footer-top-rows = las 20 primeras
footer-filter-column = valores
footer-edit-many = cambiar
footer-unmark = { $count ->
    [one] quita 1 marca
   *[other] quita { $count } marcas
}
footer-brief = resumen
footer-explain-stars = estrellas
footer-copy = copiar
footer-edit-notes = notas
footer-explain-today = ¿por qué hoy?
footer-undo = deshacer
footer-submit = aceptar
footer-cancel = cerrar
footer-change-ending = qué pasa con lo pendiente
footer-chips = partes
footer-next-chip = siguiente
footer-prev-chip = anterior
footer-drop-chip = quitar
footer-opposite = al revés
footer-complete-back = anterior
footer-history = anteriores
footer-complete = completar
footer-open-form = ficha de venta
footer-this-one = solo esta vez
footer-next-field = siguiente
footer-prev-field = anterior
footer-save = guardar
footer-add-line = otra línea
footer-remove-line = quitar línea
footer-discard = descartar

## Help

help-title = Teclas
help-filter = Filtrar:
help-nothing = Nada coincide
palette-title = Todo lo que se puede hacer
palette-list = Ir a: { $list }
view-today = Hoy
view-neglected = Desatendidos de 4 y 5 estrellas
view-dormant = Dormidos con potencial
view-over-served = Demasiado atendidos
view-no-buyer = Sin comprador conocido
view-lost-product = Perdieron un producto
view-new = Nuevos sin primera visita
view-no-contact = Tres años sin contacto
filter-nothing-to-complete = Aquí no hay nada que completar.
chips-none = Esta lista no está filtrada.
earlier-title = Filtros de antes
earlier-none = Aún no se ha dejado ningún filtro en esta lista
earlier-nothing = Ninguno de antes dice eso
views-title = Vistas
views-find = Buscar:
views-nothing = Ninguna vista se llama así
views-none = Aún no hay vistas; { $key } en una lista guarda la primera
view-name-prompt = Guardar esta vista como
view-rename-prompt = Nuevo nombre de la vista
view-name-new = Se guardan la lista, su filtro, sus columnas y su orden
view-name-replaces = Ya hay una vista con ese nombre: se reemplaza
view-name-taken = Otra vista de esta lista ya se llama así
view-name-empty = Escriba un nombre
view-name-long = El nombre pasa de { $most } caracteres

## Heads of the columns

column-stars = ★
column-name = Nombre
column-city = Ciudad
column-sales-year = Ventas 12 m
column-last-buy = Compró
column-last-visit = Visitado
column-last-touch = Contactado
column-next-due = Pendiente
column-owner = Vendedor
column-potential = Potencial
column-stage = Etapa
column-sector = Sector
column-tags = Etiquetas
column-phone = Teléfono
column-email = Correo
column-code = Código
column-client = Cliente
column-role = Función
column-job-title = Puesto
column-date = Fecha
column-amount = Importe
column-products = Productos
column-contact = Contacto
column-number = Documento
column-kind = Tipo
column-due = Vence
column-title = Asunto
column-age = Espera
column-product = Producto
column-answer = Respuesta
column-reason = Motivo
column-answered-on = Respondida
column-sent-on = Enviada
column-survey = Encuesta
column-score = Puntuación
column-comment = Comentario
column-repeats = Se repite
column-ended = Cómo acabó
column-snoozes = Aplaz.
column-state = Estado
column-sku = Ref.
column-family = Familia
column-last-sale = Última venta
column-trend = Tendencia
column-unit = Unidad
column-price = Precio
column-active = Activo
column-reports-to = Responsable
column-clients = Clientes
column-capacity = Por sem.
column-why = Por qué
column-stake = En juego
column-put-offs = Aplaz.
column-outcome = Resultado
column-minutes = Min.
column-text = Texto
column-week = Semana
column-touches = Toques
column-visits = Visitas
column-calls = Llam.
column-emails = Correos
column-messages = Mens.
column-meetings = Reun.
column-offers = Ofertas

## A list without rows. The first line is the title; $add and $back are keys

empty-portfolio =
    Todavía no hay clientes. Tres maneras de empezar:

    {"  "}cartera demo              muestra un ejemplo completo sin tocar nada
    {"  "}cartera import ARCHIVO    trae sus clientes y ventas de un CSV
    {"  "}{ $add }                         añade aquí el primer cliente

    El ejemplo y la importación se escriben en la terminal, al salir de aquí.
empty-today =
    Hoy no toca contactar a nadie.
    Aquí sale quien tiene algo pendiente, lleva más sin visita ni contacto de lo que piden sus estrellas, o calla más de lo suyo.
empty-today-by-city =
    Hoy no toca contactar a nadie.
    Aquí salen por ciudad los mismos que en Hoy.
empty-put-off =
    Nadie de 4★ o más se ha aplazado tres veces.
empty-search =
    Nada coincide.
    Se buscan palabras en nombres, ciudades, códigos y contactos, sin distinguir acentos, y condiciones como ciudad:Madrid e:>=4 visita:>90d. { $back } quita el filtro.
empty-of-client =
    Este cliente todavía no tiene.
    { $add } añade aquí; { $back } muestra los de todos.
empty-clients =
    No hay clientes.
    { $add } añade uno.
empty-contacts =
    Todavía no hay contactos.
    { $add } añade a la primera persona.
empty-sales =
    Todavía no hay ventas.
    { $add } añade la primera; «cartera import ARCHIVO» las trae de un CSV.
empty-followups =
    No hay nada pendiente.
    { $add } añade un seguimiento.
empty-offers =
    Ninguna oferta espera respuesta.
    { $add } añade una oferta.
empty-surveys =
    Todavía no se ha enviado ninguna encuesta.
    { $add } envía una: ¿del 0 al 10, nos recomendaría?
empty-activity =
    Nada hecho todavía.
    { $add } anota algo; en un cliente bastan v, l, c, m y t.
empty-totals =
    Ninguna semana con esas palabras. { $back } vuelve.
empty-products =
    Todavía no hay productos.
    { $add } añade el primero.
empty-salespeople =
    Todavía no hay vendedores.
    { $add } añade al primero.

## The client card

card-do-not-contact = No contactar
card-they-call = Llamarán ellos
card-they-call-until = Llamarán ellos; si no, a partir del { $until }
card-archived = archivado
card-unrated = Sin calificar todavía. Su primera venta le da estrellas; un potencial, al publicar con «cartera rate».
card-override = { $stars } hasta el { $until }, fijadas por { $by }: { $reason }
card-label-sales = Ventas
card-sales =
    { $year } en 12 meses · { $total } en total · { $count } { $count ->
        [one] documento
       *[other] documentos
    }
card-label-last-buy = Última compra
card-label-buyer = Compra
card-label-touches = Contactos
card-label-offers = Ofertas
card-label-score = Encuesta
card-label-next = Pendiente
card-label-potential = Potencial
card-wallet = compra aquí el { $percent }
card-wallet-beyond = compra aquí el { $percent }: revise el potencial
card-label-visit-every = Visitar cada
card-label-touch-every = Contacto cada
card-days =
    { $count ->
        [one] { $count } día
       *[other] { $count } días
    }
card-touches =
    { $visits } { $visits ->
        [one] visita
       *[other] visitas
    }, { $calls } { $calls ->
        [one] llamada
       *[other] llamadas
    }, { $emails } { $emails ->
        [one] correo
       *[other] correos
    } en 12 meses · último: { $last }
card-file = Ficha
card-contacts = Personas
card-no-contacts = Nadie todavía
card-left = se fue el { $date }
card-follow-ups = Pendiente
follow-up-snoozes =
    { $count ->
        [1] aplazado una vez
       *[other] aplazado { $count } veces
    }
card-follow-up = seguimiento
card-offer = oferta
offer-bought-perhaps = ¿comprada?
offer-bought-since = { $answer }, comprada el { $date }
survey-recommendation = Recomendación (NPS)
survey-unanswered = sin respuesta
survey-out = pendiente
survey-given-up = sin resp.
survey-figures = Qué dicen las encuestas
survey-figures-key = { $key }: medias y NPS
survey-none-sent = Todavía no se ha enviado ninguna.
survey-answered = { $answered } de { $sent } respondidas ({ $rate })
survey-mean = media { $mean } (de { $min } a { $max })
survey-nps = NPS { $nps }
survey-nps-means = NPS: el % que puntúa 9 o 10 menos el % que puntúa de 0 a 6; de -100 a 100.
card-history = Historia
card-no-history = Nada todavía
card-more-history =
    y { $count } { $count ->
        [one] anotación anterior
       *[other] anotaciones anteriores
    }
card-notes = Notas

## Products

trend-new = nuevo
product-launched = desde el { $date }
product-to-launch = sale el { $date }
product-inactive = ya no se vende
product-label-sales = Ventas
product-label-months = Por mes
product-label-last = Última venta
product-label-paid = Pagado
product-label-offers = Ofertas
product-label-stopped = Lo dejaron
product-label-buyers = Lo compran
product-sales =
    { $year } en 12 meses, { $count } { $count ->
        [one] cliente
       *[other] clientes
    }
product-against-year = frente a los 12 meses anteriores
product-against-quarter = en 90 días, frente a los 90 anteriores
product-as-year = más o menos como en los 12 meses anteriores
product-as-quarter = en 90 días, más o menos como en los 90 anteriores
product-months = { $line } mejor mes: { $month }, { $most }; este: { $now }
product-no-months = sin ventas en 12 meses
product-paid = de { $low } a { $high } la unidad
product-no-offers = ninguna en 12 meses
product-offers = { $count } en 12 meses · por responder { $open } · compradas { $bought } · rechazadas { $rejected }
product-stopped = Dejaron de comprarlo
product-nobody-stopped = Nadie: quien lo compraba lo sigue comprando
product-buyers = Lo compran
product-nobody-buys = Nadie en los últimos 12 meses
product-habit = { $count } veces, cada { $gap } d
product-once = una vez
product-more-clients =
    y { $count } { $count ->
        [one] cliente más
       *[other] clientes más
    }

## Briefing before a visit

brief-label-people = Personas
brief-label-bought = Compró
brief-label-stopped = Dejó
brief-label-proposals = Proponer
brief-label-offers = Ofertas
brief-label-to-do = Pendiente
brief-label-contacts = Contactos
brief-title-people = Personas
brief-title-bought = Últimas compras
brief-title-stopped = Lo que compraba y dejó
brief-title-proposals = Para proponer: lo compran otros y este no
brief-title-offers = Ofertas abiertas
brief-title-to-do = Pendiente
brief-title-contacts = Últimos contactos
brief-stars = { $stars }  { $value }/año · activo { $activity } · compra cada { $gap } d, la última { $last }
brief-stars-once = { $stars }  { $value }/año · activo { $activity } · su única compra fue { $last }
brief-stars-never-bought = { $stars }  { $value }/año por su potencial: aún no ha comprado
brief-wallet = { $percent } de su potencial: { $sales } de { $potential } en 12 meses
brief-wallet-beyond = { $percent } de su potencial: revise el potencial ({ $sales } de { $potential } en 12 meses)
brief-no-potential = { $sales } en 12 meses; su potencial está sin estimar
brief-habit = { $count } veces, cada { $gap } d, { $amount }/año
brief-alike-basket = { $buyers } de { $peers } que compran lo mismo
brief-alike-sector = { $buyers } de { $peers } de su sector
brief-no-people = Nadie todavía: añada a quien compra
brief-no-purchases = No ha comprado nada todavía
brief-nothing-bought-yet = Nada: todavía no compra
brief-nothing-stopped = Nada: sigue comprando lo que solía
brief-no-peers = Nada: aún no hay clientes parecidos con los que comparar
brief-no-proposals = Nada: ya compra o se le ofreció lo que compran sus parecidos
brief-no-offers = Ninguna
brief-nothing-to-do = Nada
brief-no-contacts = Nunca se le ha contactado

## Logging

log-with = con { $contact }
week-title = Semana del { $from } al { $to }
week-capacity = de { $capacity } contactos por semana
week-overdue = Vencido
week-more = y { $count } más
put-off-until = Aplazar hasta
put-off-hint = Escriba otro día (mañana, viernes, +3d, 12/12), o Intro sin más
put-off-past = El { $date } ya ha pasado: escriba hoy o un día que esté por venir
put-off-client-today = Hoy no es aplazarlo: escriba un día que esté por venir
put-off-later =
    { $weekday } { $to }, en vez del { $from } · { $count ->
        [1] aplazado una vez
       *[other] aplazado { $count } veces
    }
put-off-earlier = { $weekday } { $to }, en vez del { $from }: no cuenta como aplazado
log-ending = { $what } · { $key }: { $next }
log-ending-titled = { $kind } «{ $title }» ({ $due })
log-ending-untitled = { $kind } ({ $due })
log-ending-done = Cierra: { $what }
log-ending-put-off = No contesta: aplaza al { $to }: { $what }
log-ending-kept = Sigue pendiente: { $what }
log-ending-alone = Solo hecho, sin anotar nada: { $what }
log-ending-done-short = cerrarlo
log-ending-put-off-short = aplazarlo
log-ending-kept-short = dejarlo pendiente
log-ending-alone-short = solo hecho, sin anotar
log-for-whom = ¿de quién?
log-hint = Escriba qué pasó (30m con:ana res:bien of:taladro seg:+15d …), o Intro sin más
log-sale-hint = Escriba 3 taladro 45,90 + 10 broca 2,5 · Intro sin más abre la ficha de venta
log-leave = Esc otra vez descarta lo escrito; Intro lo anota
log-as-text = { $problem } · Corríjalo, o Intro otra vez lo anota como texto
log-note-without-text = Una nota necesita texto: escríbalo, o Esc para dejarlo.
log-not-yet = Un momento: se está mirando quién es quién.
log-no-client = Falta el cliente: empiece la línea por su nombre y dos puntos, «lópez: …».
log-too-long = El texto es demasiado largo: caben { $most } caracteres.
log-nothing-sold = Falta lo vendido: escriba cantidad, producto y precio.
log-no-price = Falta el precio de «{ $product }»: escríbalo detrás.
log-nothing-to-complete = Aquí no hay ningún nombre que completar.
log-choose-several = «{ $name }» puede ser
log-choose-near = No hay ningún «{ $name }»; parecidos
log-choose-client = «{ $name }:», ¿de quién es la línea?
log-choose-text = De { $client }; «{ $name }:» es parte del texto
log-choose-unlisted = «{ $name }» tal cual, sin ficha de producto

## Today: whose it is, and why a client is in it

today-everybody = de todos
today-week = { $made } de { $capacity } contactos esta semana
today-with-all = con lo que no cabe
today-cut =
    Hasta aquí lo que cabe en la semana: { $key } muestra { $count ->
        [one] el cliente que falta
       *[other] los { $count } que faltan
    }
today-no-city = Sin ciudad
today-nobody = Hoy no toca contactar a nadie.
today-nobody-put-off = Nadie de 4★ o más se ha aplazado tres veces.
today-clients =
    { $count ->
        [one] 1 cliente
       *[other] { $count } clientes
    }
today-cli-cut =
    Hasta aquí lo que cabe en la semana: { $count ->
        [one] queda 1 cliente más
       *[other] quedan { $count } clientes más
    } (--all)
today-cli-last = último contacto { $ago }
today-cli-never = nunca contactado
today-cli-next = pendiente el { $day }: { $what }
activity-offered = ofrecido { $products }
totals-week = { $number } · { $monday }
totals-everybody = Todos
totals-nobody = sin vendedor
why-follow-up =
    { $days ->
        [0] hoy, { $what }
        [one] ayer, { $what }
       *[other] { $days } d tarde, { $what }
    }
why-never = nunca contactado
why-visit =
    { $days ->
        [0] visita hoy ({ $rule })
       *[other] visita { $days } d tarde ({ $rule })
    }
why-never-visited =
    { $days ->
        [0] nunca visitado ({ $rule })
       *[other] nunca visitado, { $days } d tarde ({ $rule })
    }
why-touch =
    { $days ->
        [0] contacto hoy ({ $rule })
       *[other] contacto { $days } d tarde ({ $rule })
    }
why-every-own = cada { $every } d, acordado
why-every-stars = cada { $every } d por { $stars }★
why-every = cada { $every } d
why-silent = compró hace { $days } d, suele cada { $gap } d
why-launch =
    { $days ->
        [0] { $product }, nuevo hoy, sin ofrecer
        [one] { $product }, nuevo desde ayer, sin ofrecer
       *[other] { $product }, nuevo hace { $days } d, sin ofrecer
    }
why-put-off =
    { $count ->
        [one] aplazado 1 vez
       *[other] aplazado { $count } veces
    }
why-put-off-until =
    { $count ->
        [one] Aplazado 1 vez, hasta el { $until }
       *[other] Aplazado { $count } veces, hasta el { $until }
    }
why-none = Hoy no toca: nada pendiente, ningún plazo vencido, o quedó en espera.
why-term = { $urgency } × { $why }
why-score = { $stake } en juego × { $urgency } de urgencia = { $score }: su lugar en la lista
why-stake = En juego al año: { $stake }, al ritmo de sus compras
why-stake-potential = En juego al año: { $stake } = { $pace } al ritmo de sus compras + { $more } de { $elsewhere } que podría comprar además
why-last = Última visita: { $visit }. Último contacto: { $touch }. Última compra: { $buy }.
why-next = Pendiente el { $day }: { $what }
why-how = La urgencia es 1 al vencer el plazo, 1,5 al doblarlo y nunca llega a 2; solo quien nunca fue contactado tiene 2. Manda lo que está en juego: quien vale más del doble va delante. Lo prometido para hoy se ve siempre, aunque la semana esté llena.

## Questions

confirm-yes = sí
confirm-no = no
confirm-discard = ¿Descartar lo escrito en el formulario?
confirm-restore-client = ¿Recuperar «{ $subject }»? Vuelve a las listas con lo que tenía pendiente.
confirm-remove-client = ¿Archivar «{ $subject }»? Sus datos se conservan y se puede deshacer.
confirm-remove-contact = ¿Borrar el contacto «{ $subject }»? Se puede deshacer.
confirm-remove-product = ¿Borrar el producto «{ $subject }»? Se puede deshacer.
confirm-remove-sale = ¿Borrar la venta «{ $subject }»? Se puede deshacer.
confirm-remove-series = ¿Abandonar «{ $subject }» y que no se repita más? Se puede deshacer.
confirm-remove-interaction = ¿Borrar «{ $subject }»? Lo que se ofreció y el seguimiento que cumplió se quedan como están. Se puede deshacer.
confirm-remove-follow-up = ¿Abandonar el seguimiento «{ $subject }»? Se puede deshacer.
confirm-remove-offer = ¿Borrar la oferta «{ $subject }»? Se puede deshacer.
confirm-remove-survey = ¿Borrar el envío «{ $subject }», con su contacto y su respuesta? Se puede deshacer.
confirm-remove-salesperson = ¿Borrar a «{ $subject }»? Se puede deshacer.
confirm-remove-mail-template = ¿Borrar la plantilla «{ $subject }»? Se puede deshacer.
drafts-title = A medio escribir la última vez
drafts-unreadable = El borrador no se puede leer: es de otra versión.

## What is copied, and notes in the editor

copy-title = Copiar de { $client }
copy-phone = Teléfono
copy-email = Correo
copy-write = Escribir un correo
copy-name = Nombre
copy-address = Dirección
copy-tax-id = NIF
copy-website = Web
copied-sent = Copiado: { $text }. (Si no se pega nada, esta terminal no lo permite: véase «clipboard» en el archivo de configuración.)
copied-given = Copiado: { $text }
copied-too-long = No se ha copiado: es demasiado largo para una terminal. Ponga un programa en «clipboard», en el archivo de configuración.
copied-not = No se ha copiado: «{ $command }» no funcionó ({ $reason }). Revise «clipboard» en el archivo de configuración.
copied-command-failed = acabó con un error

## Emails from templates

mail-title = Correo a { $name }, en { $language }
mail-own = propia
mail-built-in = Es una plantilla del programa: no se borra. Con «e» se copia y se cambia; si la copia conserva su nombre, ocupa su lugar.
mail-no-product = La plantilla nombra {"{"}producto{"}"} y a { $client } no se le ha ofrecido nada. Ofrézcale un producto o elija otra plantilla.
mail-no-me = No se sabe quién firma. Ponga su nombre en «author», en el archivo de configuración, o asigne un vendedor al cliente.
mail-nothing-for = No hay nada que poner en { $word }. Complételo o elija otra plantilla.
mail-ask-unwished = { $name } no quiere que se le escriba. ¿Escribirle de todos modos?
mail-ask-unwished-client = { $name } no quiere que se le contacte. ¿Escribirle de todos modos?
mail-ask-copy = Aquí no hay programa que abra un correo, ni «mail» en el archivo de configuración. ¿Copiar el correo para pegarlo en otro?
mail-ask-copy-failed = El correo no se abrió: «{ $command }» no funcionó ({ $reason }). ¿Copiar el correo para pegarlo en otro programa?
mail-ask-sent = «{ $subject }», para { $name }: ¿lo ha enviado? Si es así, se anota.
mail-ask-sent-cut = El texto de «{ $subject }» es largo para pasarlo al programa de correo y se ha copiado: péguelo allí. ¿Lo ha enviado a { $name }? Si es así, se anota.
mail-not-logged = No se ha anotado nada.

mail-template-first-name = Primer contacto
mail-template-first-subject = Nos presentamos a { $client }
mail-template-first-body =
    Hola, { $contact }:

    Me llamo { $me } y me gustaría saber qué necesita { $client } y contarle en qué podemos ayudar.

    ¿Qué día de esta semana o de la próxima le viene bien que le llame? Serán diez minutos.

    Un saludo,
    { $me }
mail-template-visit-name = Después de la visita
mail-template-visit-subject = Gracias por recibirme
mail-template-visit-body =
    Hola, { $contact }:

    Gracias por su tiempo. Le resumo lo que hablamos y lo que queda por mi parte:

    -

    Si falta algo, dígamelo y lo añado.

    Un saludo,
    { $me }
mail-template-offer-name = Oferta
mail-template-offer-subject = Oferta: { $product }
mail-template-offer-body =
    Hola, { $contact }:

    Como hablamos, le envío nuestra oferta de { $product } para { $client }, con fecha de { $date }:

    -

    ¿Qué le parece? Si quiere, la vemos juntos por teléfono.

    Un saludo,
    { $me }
mail-template-silence-name = Mucho tiempo sin hablar
mail-template-silence-subject = ¿Cómo va todo en { $client }?
mail-template-silence-body =
    Hola, { $contact }:

    Hace tiempo que no hablamos y me gustaría saber cómo va todo en { $client } y si hay algo que podamos hacer mejor.

    ¿Le viene bien que le llame estos días?

    Un saludo,
    { $me }
mail-template-survey-name = Encuesta
mail-template-survey-subject = Una pregunta sobre nuestro trabajo
mail-template-survey-body =
    Hola, { $contact }:

    Del 0 al 10, ¿con qué probabilidad nos recomendaría a otra empresa? Basta con responder con el número y, si quiere, con el porqué.

    Nos ayuda a mejorar. Muchas gracias.

    Un saludo,
    { $me }

notes-same = Las notas siguen como estaban.
notes-broken = El editor acabó con un error. Aún no se ha guardado nada: lo que dejó está en el formulario.
notes-broken-same = El editor acabó con un error. Las notas siguen como estaban.
notes-no-editor = No hay ningún editor: ponga el nombre de uno en EDITOR. Las notas siguen como estaban.
notes-not-an-editor = No se pudo abrir el editor «{ $command }»: revise VISUAL y EDITOR. Las notas siguen como estaban.
notes-not-begun = No se pudieron pasar las notas al editor: { $reason }. Siguen como estaban.
notes-unreadable = Lo que guardó el editor no es texto legible. Queda en { $path }; las notas siguen como estaban.
notes-none-here = Este formulario no tiene notas.
notes-left = Había notas a medio escribir en un editor cuando el programa terminó. Quedan en { $path }: copie lo que necesite y bórrelo.

## Hints

hint-paste = Aquí no se escribe: lo pegado no se usa.
hint-tab-to-come = «{ $tab }» todavía no existe.
hint-unbound = { $key } no hace nada aquí ({ $help }: ayuda)
hint-on-group = Es un grupo: Intro lo pliega y lo despliega; elija una de sus filas.
hint-no-groups = Por «{ $column }» casi cada fila quedaría sola.
hint-nothing-grouped = Las filas no están agrupadas: { $key } las agrupa por la columna del cursor.
hint-last-column = Una lista muestra al menos una columna.
bulk-not-here = Aquí no se cambian varias filas a la vez.
bulk-everything = Sin marcas ni filtro se cambian las { $count } filas de la lista. ¿Seguir?
bulk-which-field = Qué cambiar
bulk-title = { $field } · { $count ->
    [one] 1 fila
   *[other] { $count } filas
}
bulk-again = ¡Alguien cambió algo!
bulk-changed = { $count ->
    [one] Cambia 1
   *[other] Cambian { $count }
}
bulk-refused = { $count ->
    [one] 1 no se puede
   *[other] { $count } no se pueden
}
bulk-same = { $count ->
    [one] 1 sigue igual
   *[other] { $count } siguen igual
}
bulk-apply = { $count ->
    [one] cambia 1 fila
   *[other] cambia { $count } filas
}
bulk-back = vuelve
bulk-nothing = No hay nada que cambiar.
working-on = Cambiando { $count ->
    [one] 1 fila
   *[other] { $count } filas
}…
working-undo = Deshaciendo…
working-redo = Rehaciendo…
obstacle-gone = ya no existe
obstacle-closed = está cerrado
obstacle-ends-before = su serie acaba antes
obstacle-no-price = no tiene precio
obstacle-too-large = el resultado no vale
hint-only-selected = Con varias filas marcadas, esto se hace solo en la seleccionada.
told-clients = { $count ->
    [one] 1 cliente
   *[other] { $count } clientes
}
told-rows-refused = { $count ->
    [one] 1 fila
   *[other] { $count } filas
} ({ $refused } no se pudo)
confirm-many-complete = ¿Marcar como { $count ->
    [one] hecho 1 seguimiento
   *[other] hechos { $count } seguimientos
}?
confirm-many-snooze = ¿Aplazar una semana { $count ->
    [one] 1 seguimiento
   *[other] { $count } seguimientos
}?
confirm-many-put-off = ¿Aplazar una semana lo que vence de { $count ->
    [one] 1 cliente
   *[other] { $count } clientes
}, o a ellos si no hay nada prometido?
confirm-many-restore = ¿Devolver a las listas { $count ->
    [one] 1 cliente
   *[other] { $count } clientes
}?
confirm-many-archive = ¿Archivar { $count ->
    [one] 1 cliente
   *[other] { $count } clientes
}? Salen de las listas; su historia se queda.
confirm-many-drop = ¿Descartar { $count ->
    [one] 1 seguimiento
   *[other] { $count } seguimientos
}, y las series a las que pertenecen?
confirm-many-delete = ¿Borrar { $count ->
    [one] 1 fila
   *[other] { $count } filas
}? Lo que está en uso se queda.
confirm-many-log = { $what }: ¿anotar lo mismo para { $count ->
    [one] 1 cliente
   *[other] { $count } clientes
}?
put-off-many = Intro: cada una, una semana después (desde hoy si va con retraso)
put-off-many-to = Todas al { $weekday } { $to }
hint-nothing-selected = No hay ninguna fila seleccionada.
hint-column-is-less = La columna «{ $column }» muestra menos de lo que mira { $field }:; con / se filtra por ello.
hint-column-is-no-condition = La columna «{ $column }» no es nada que un filtro pueda pedir; con o se ordena por ella.
hint-cell-of-several = Esta celda tiene varios valores y un filtro pide uno.
values-title = { $column }: valores
values-find = Buscar:
values-condition = De..a, >, <:
values-none = (vacío)
values-nothing = Ningún valor contiene eso.
values-awaited = Contando…
values-under-cursor = Sin marcas: el que está bajo el cursor
values-ticked = { $values } con marca · filas: { $rows }
values-top-shown = Las { $count } primeras por esta columna; F las muestra todas.
hint-counted-row = Estas cifras se calculan: Intro muestra lo que cuentan.
hint-no-client-here = Elija antes un cliente en otra pestaña.
hint-no-follow-up = Este cliente no tiene nada pendiente.
hint-already-closed = Ya está cerrado.
hint-not-before-today = Nada vence en un día que ya ha pasado.
hint-choose-follow-up = Tiene varios seguimientos: elija cuál.
hint-figures-of-surveys = Eso se ve en Encuestas, la última de Actividad.
hint-choose-offer = Hay varias ofertas: elija una.
hint-undo = { $key } lo deshace
hint-redo = { $key } lo rehace

## What was done

done-add-client = Cliente añadido: { $subject }
done-edit-client = Cliente guardado: { $subject }
done-archive-client = Cliente archivado: { $subject }
done-restore-client = Cliente recuperado: { $subject }
done-follow-up-too = { $done } · hecho: { $what }
done-due = { $done } · pendiente para el { $date }
done-offered-before = { $done } · ya se ofreció el { $date }, aún sin respuesta
done-put-off-client = Aplazado: { $subject }
done-add-contact = Contacto añadido: { $subject }
done-edit-contact = Contacto guardado: { $subject }
done-delete-contact = Contacto borrado: { $subject }
done-add-product = Producto añadido: { $subject }
done-edit-product = Producto guardado: { $subject }
done-delete-product = Producto borrado: { $subject }
done-add-sale = Venta añadida: { $subject }
done-edit-sale = Venta guardada: { $subject }
done-delete-sale = Venta borrada: { $subject }
done-add-follow-up = Seguimiento añadido: { $subject }
done-edit-interaction = Guardado lo hecho: { $subject }
done-delete-interaction = Borrado lo hecho: { $subject }
done-edit-follow-up = Seguimiento guardado: { $subject }
done-complete-follow-up = Hecho: { $subject }
done-skip-follow-up = Esta vez no: { $subject }
done-snooze-follow-up = Aplazado: { $subject }
done-drop-follow-up = Seguimiento abandonado: { $subject }
done-add-salesperson = Vendedor añadido: { $subject }
done-edit-salesperson = Vendedor guardado: { $subject }
done-delete-salesperson = Vendedor borrado: { $subject }
done-add-mail-template = Plantilla añadida: { $subject }
done-edit-mail-template = Plantilla guardada: { $subject }
done-delete-mail-template = Plantilla borrada: { $subject }
done-add-view = Vista guardada: { $subject }
done-edit-view = Vista guardada de nuevo: { $subject }
done-shift-view = Vista movida: { $subject }
done-delete-view = Vista borrada: { $subject }
done-add-offer = Oferta anotada: { $subject }
done-edit-offer = Oferta guardada: { $subject }
done-delete-offer = Oferta borrada: { $subject }
done-add-survey = Encuesta enviada: { $subject }
done-edit-survey = Encuesta guardada: { $subject }
done-delete-survey = Encuesta borrada: { $subject }
done-add-goal = Objetivo añadido
done-edit-goal = Objetivo guardado
done-log-interaction = Anotado: { $subject }
done-import = Importado: { $subject }
done-load-demo = Cartera de ejemplo cargada
done-publish-ratings = Estrellas publicadas
done-undo = Deshecho: { $subject }
done-redo = Rehecho: { $subject }
done-edit-many = Cambiado: { $subject }
told-rows = { $count ->
    [one] 1 fila
   *[other] { $count } filas
}
told-field = { $field } → { $value } en { $count ->
    [one] 1 fila
   *[other] { $count } filas
}
told-field-emptied = { $field }: sin valor en { $count ->
    [one] 1 fila
   *[other] { $count } filas
}
done-undone = Deshecho: «{ $what }»
done-redone = Rehecho: «{ $what }»

## What went wrong in the storage, and what to do about it

failure-the-database = La base de datos
failure-open = No se pudo abrir { $path }: { $reason }.
failure-open-advice = Compruebe la ruta y los permisos, o elija otro archivo con --db.
failure-reach = No se puede llegar a { $path }: { $reason }.
failure-reach-advice = Compruebe que la carpeta existe y que puede escribir en ella, o elija otro archivo con --db.
failure-io-not-found = no existe
failure-io-permission = no hay permiso
failure-io-directory = es una carpeta
failure-io-not-a-directory = una parte de la ruta no es una carpeta
failure-foreign = { $path } no es una base de datos de cartera.
failure-foreign-advice = No se ha tocado. Elija otro archivo con --db.
failure-newer = { $path } es de una versión más nueva de cartera (esquema { $found }; esta conoce el { $known }).
failure-newer-advice = No se ha tocado. Actualice cartera.
failure-damaged = { $path } está dañado: { $detail }.
failure-damaged-advice = No se ha tocado. Haga una copia y recupere la última copia de seguridad.
failure-old-sqlite = La biblioteca SQLite { $version } pierde datos al escribir.
failure-old-sqlite-advice = Use la 3.51.3 o posterior.
failure-no-wal = En { $path } no se puede escribir de forma segura (modo { $mode }).
failure-no-wal-advice = Ponga el archivo en un disco de este equipo, no en la red.
failure-migration = No se pudo actualizar la base de datos al esquema { $version }: { $reason }.
failure-migration-advice = Sigue como estaba.
failure-busy = Otro programa está escribiendo en la base de datos.
failure-busy-advice = No se ha guardado nada. Vuelva a intentarlo.
failure-full = No queda sitio en el disco.
failure-full-advice = No se ha guardado nada. Libere espacio y vuelva a intentarlo.
failure-read-only = No se puede escribir en la base de datos.
failure-read-only-advice = Compruebe los permisos del archivo y de su carpeta.
failure-stale = Otra persona lo cambió mientras estaba abierto.
failure-stale-advice = Ábralo de nuevo y repita el cambio.
failure-gone = Ya no existe.
failure-gone-advice = Puede que se haya borrado en otra ventana.
failure-taken = { $field } ya lo tiene { $by }.
failure-taken-advice = Escriba otro valor.
failure-refused = El valor de { $field } no es válido.
failure-archived = «{ $name }» está archivado, y para un cliente archivado no se planea nada.
failure-archived-advice = Recupérelo antes en Clientes, entre lo archivado, o elija otro cliente.
failure-inactive = «{ $name }» ya no se vende, y no se puede ofrecer.
failure-inactive-advice = Elija otro producto, o vuelva a activarlo en Productos.
failure-withdrawn = La encuesta «{ $name }» ya no se envía.
failure-withdrawn-advice = Elija otra, o escriba el nombre de una nueva.
failure-in-use = Todavía se usa: { $count } { $by }.
failure-in-use-advice = No lo borre: edítelo y quítele «Activo» (a un contacto, póngale cuándo se fue).
failure-in-use-clients = clientes
failure-in-use-sales = ventas
failure-in-use-history = anotaciones
failure-nothing-to-undo = No hay nada que deshacer.
failure-nothing-to-redo = No hay nada que rehacer.
failure-undo-conflict = { $subject } se cambió después.
failure-undo-conflict-advice = Para no perder ese cambio, no se deshace este.
failure-not-redoable = Una importación se puede deshacer, pero no rehacer.
failure-not-redoable-advice = Importe el archivo de nuevo.
failure-alone = Esto no puede ser parte de varios cambios a la vez.

failure-stopped = Interrumpido: no se ha cambiado nada.
failure-amount = El importe es demasiado grande.
failure-uncertain = El disco falló mientras se guardaba: { $reason }.
failure-uncertain-advice = Puede que se haya guardado o que no. Revise el disco, abra cartera de nuevo y mire antes de repetirlo.
failure-sqlite = La base de datos no lo aceptó: { $reason }.
failure-sqlite-advice = No se ha guardado nada. «cartera doctor» comprueba el archivo.

## The config file

config-unreadable = No se pudo leer { $path }: { $reason }. Valen los ajustes de fábrica.
config-syntax = config.toml, línea { $line }: { $reason }. No se usa nada del archivo.
config-unknown-setting = config.toml: no hay ningún ajuste «{ $setting }».
config-bad-value = config.toml: { $setting } no puede ser { $value }.
config-key-context = config.toml: no hay ningún lugar [keys.{ $name }].
config-key-chord = config.toml: { $entry } no es una tecla.
config-key-action = config.toml: { $entry }: no hay ninguna acción «{ $action }».
config-key-useless = config.toml: { $entry }: «{ $action }» no hace nada ahí.
config-key-clash = config.toml: { $entry } está dos veces.
config-key-not-a-name = config.toml: { $entry } no lleva el nombre de una acción.

## Importar

import-or = o
import-kind-salespeople = vendedores
import-kind-products = productos
import-kind-clients = clientes
import-kind-contacts = contactos
import-kind-sales = ventas, una fila por línea
import-field-client-code = Código de cliente
import-field-first-name = Nombre de pila
import-field-last-name = Apellidos
import-field-contact-phone = Teléfono del contacto
import-field-contact-email = Correo del contacto
import-field-contact-notes = Notas del contacto
import-field-discontinued = Descatalogado
import-field-salesperson-code = Código de vendedor
import-field-salesperson-email = Correo del vendedor
import-field-sale-notes = Notas de la venta

import-error-io = no se puede leer ({ $why })
import-error-not-found = no existe. Compruebe el nombre
import-error-permission = no hay permiso para leerlo
import-error-directory = es una carpeta, no un archivo. Indique los archivos CSV que hay dentro
import-error-special = no es un archivo normal. Guárdelo antes en el disco como CSV UTF-8
import-error-empty = está vacío
import-error-header-only = tiene encabezado, pero ninguna fila debajo
import-error-zip = es una hoja de cálculo o un ZIP, no un CSV. Ábralo y guárdelo como «CSV UTF-8»
import-error-old-excel = es un libro de Excel antiguo, no un CSV. Ábralo y guárdelo como «CSV UTF-8»
import-error-pdf = es un PDF, no un CSV
import-error-database = es una base de datos, no un CSV
import-error-utf16 = está en UTF-16. Ábralo y guárdelo como «CSV UTF-8»
import-error-binary = no es un archivo de texto. Ábralo con el programa que lo hizo y guárdelo como «CSV UTF-8»
import-error-nul = línea { $line }, columna { $column }: hay un byte nulo, así que no es texto o está dañado. Vuelva a guardarlo como «CSV UTF-8»
import-error-not-utf8 = línea { $line }, columna { $column }: el byte { $byte } no es UTF-8. Ábralo en su hoja de cálculo y guárdelo como «CSV UTF-8»
import-error-long-line = la línea { $line } pasa de 1 MiB. Mire si ahí faltan saltos de línea
import-error-unclosed-quote = línea { $line }, columna { $column }: se abren comillas que no se cierran. Ciérrelas, o quítelas, y vuelva a importar
import-error-no-header = línea { $line }: no reconozco las columnas ({ $found }). La primera fila debe decir qué hay en cada una, p. ej. Nombre, Ciudad, Teléfono
import-error-missing-columns = parece un archivo de { $kind }, pero le falta la columna: { $missing }. Tiene: { $found }
import-error-changed = ha cambiado mientras se leía. Ciérrelo en los demás programas y vuelva a importar
import-error-stopped = se ha interrumpido

import-rejected-row = línea { $line }: { $why }
import-rejected-field = línea { $line }, { $field }: { $why }
import-reason-ragged = tiene { $found } columnas y el encabezado { $wanted }
import-reason-ragged-quote = tiene { $found } columnas y el encabezado { $wanted }; en la línea { $from } se abren comillas que se cierran más abajo: ¿sobran o faltan?
import-reason-missing = falta
import-reason-number = no es un número: «{ $text }»
import-reason-date = no es una fecha de orden { $order }: «{ $text }»
import-reason-year = el año no puede ser: «{ $text }»
import-reason-too-long = { $found } caracteres, y caben { $max }
import-reason-range = «{ $text }» tiene que estar entre { $min } y { $max }
import-reason-negative = «{ $text }» no puede ser negativo
import-reason-not-positive = «{ $text }» tiene que ser mayor que cero
import-reason-too-large = el número es demasiado grande
import-reason-decimals = «{ $text }» lleva más de { $allowed } decimales
import-reason-other-currency = está en { $found } y aquí va en { $wanted }
import-reason-word = no conozco la palabra «{ $text }»
import-reason-currency = no es una moneda: «{ $text }». Son tres letras, p. ej. EUR
import-reason-no-rate = está en { $text } y no dice a qué cambio. Añada una columna «Tipo de cambio»
import-reason-ambiguous = hay varios que se llaman «{ $text }». Añada su código
import-reason-circle = «{ $text }» acabaría dependiendo de sí mismo
import-reason-mixed-currency = otra línea del mismo documento tiene otra moneda u otro cambio

## When the program breaks

panic-what = un fallo del programa lo ha cerrado
panic-advice = Lo guardado está a salvo; lo que estaba escribiendo se ofrece al volver a abrir. Avise del fallo con esta línea.

## The command line

cli-no-terminal = La pantalla necesita un terminal
cli-terminal = No se puede usar el terminal
cli-unsaved = No se ha guardado lo último que pidió
cli-advice-no-terminal = Sin terminal sirven los comandos: cartera --help.
cli-usage = Uso
cli-commands = Comandos
cli-arguments = Argumentos
cli-options = Opciones
cli-about-cartera = Cartera de clientes en el terminal. Sin comando se abre la pantalla.
cli-usage-cartera = cartera [OPCIONES] [COMANDO]
cli-about-completions = Escribe el guion con el que un intérprete completa las palabras de cartera
cli-usage-completions = cartera completions INTÉRPRETE
cli-arg-db = Archivo de la base de datos; si no, el de CARTERA_DB o el del sistema
cli-arg-lang = Idioma: es o en; si no, el de CARTERA_LANG o el del sistema
cli-arg-help = Muestra esta ayuda
cli-arg-version = Muestra la versión
cli-arg-shell = bash, elvish, fish, powershell o zsh
cli-value-db = ARCHIVO
cli-value-lang = IDIOMA
cli-value-shell = INTÉRPRETE
cli-after-help =
    Códigos de salida: 0 hecho · 1 no se pudo (base de datos, archivo, disco) · 2 no se entiende ·
    3 no se encuentra, o hay varios · 4 hecho en parte (filas rechazadas).
    Variables: CARTERA_DB, CARTERA_LANG, CARTERA_TODAY (AAAA-MM-DD), NO_COLOR.
cli-error-value = «{ $value }» no vale para { $argument }
cli-error-value-missing = A { $argument } le falta su valor
cli-error-argument = No hay ninguna opción «{ $argument }»
cli-error-command = No hay ningún comando «{ $command }»
cli-error-missing = Falta { $argument }
cli-error-conflict = { $argument } no va con lo demás, o está dos veces
cli-error-utf8 = Los argumentos no son UTF-8
cli-error-other = No se entiende la orden
cli-error-choices = Puede ser: { $choices }
cli-error-suggestion = ¿Quizá { $suggested }?
cli-error-advice = Pruebe «cartera --help»
cli-error-output = No se puede escribir el resultado
cli-error-no-home = No hay carpeta personal donde guardar los datos; indique un archivo con --db
cli-about-list = Escribe una lista: clients, contacts, sales, followups, activity, totals, offers, surveys, products o salespeople
cli-about-today = Dice a quién contactar hoy, por qué y cómo
cli-usage-today = cartera today [FILTRO] [OPCIONES]
cli-arg-salesperson = Solo lo de este vendedor: nombre, código o correo
cli-value-salesperson = VENDEDOR
cli-arg-by-city = Por ciudades, para hacer la ruta
cli-arg-put-off = Los de 4★ o más aplazados tres veces
cli-arg-all = También lo que no cabe en la semana
cli-salesperson-unknown = Ningún vendedor coincide con «{ $text }»
cli-salesperson-ambiguous = «{ $text }» puede ser: { $names }
cli-about-activity = Dice lo hecho: cuánto por semana y por quién, y día a día qué
cli-usage-activity = cartera activity [OPCIONES]
cli-arg-from = Desde este día: lunes, 3/11, 2026-11-03; sin él, el lunes de la semana
cli-arg-to = Hasta este día; sin él, hoy
cli-arg-activity-kind = Solo de este tipo: visita, llamada, correo, mensaje, reunión, nota o encuesta
cli-arg-totals = Solo cuánto, no qué
cli-value-from = DÍA
cli-value-to = DÍA
cli-value-activity-kind = TIPO
cli-days-turned = --from es posterior a --to: se toman al revés
cli-error-date = No se entiende el día «{ $text }»
cli-advice-date = Por ejemplo: ayer, lunes, 3/11, 2026-11-03
activity-week = Semana { $number }, { $days }
activity-of-capacity = { $made } de { $capacity } contactos
activity-touches =
    { $count ->
        [one] { $count } contacto
       *[other] { $count } contactos
    }
activity-clients =
    { $count ->
        [one] { $count } cliente
       *[other] { $count } clientes
    }
activity-visits =
    { $count ->
        [one] { $count } visita
       *[other] { $count } visitas
    }
activity-calls =
    { $count ->
        [one] { $count } llamada
       *[other] { $count } llamadas
    }
activity-emails =
    { $count ->
        [one] { $count } correo
       *[other] { $count } correos
    }
activity-messages =
    { $count ->
        [one] { $count } mensaje
       *[other] { $count } mensajes
    }
activity-meetings =
    { $count ->
        [one] { $count } reunión
       *[other] { $count } reuniones
    }
activity-offers =
    { $count ->
        [one] { $count } oferta
       *[other] { $count } ofertas
    }
activity-minutes = { $count } min
activity-nothing = No se hizo nada en estos días.
cli-usage-list = cartera list TIPO|--view VISTA [FILTRO] [OPCIONES]
cli-arg-kind = clients, contacts, sales, followups, activity, totals, offers, surveys, products o salespeople; también en español
cli-arg-words = Filtro: palabras que tienen que estar y condiciones, como ciudad:Madrid e:>=4 visita:>90d; mejor entre comillas simples
cli-arg-sort = Columnas por las que ordenar; con «-» delante, al revés: -sales_year,name
cli-arg-columns = Columnas que se muestran: name,city,stars
cli-arg-limit = Como mucho tantas filas
cli-arg-view = Una vista guardada, por su nombre o su número (cartera views); FILTRO la reduce
cli-arg-csv = En CSV para una hoja de cálculo: cabeceras en inglés, importes con punto, fechas AAAA-MM-DD
cli-about-views = Escribe las vistas guardadas con su número
cli-usage-views = cartera views [OPCIONES]
cli-view-number = n.º
cli-view-name = Vista
cli-view-list = Lista
cli-view-filter = Filtro
cli-error-view = No hay ninguna vista «{ $view }»
cli-error-view-list = La vista «{ $view }» es de otra lista: { $list }
cli-arg-closed = También los clientes archivados, los seguimientos cerrados y los productos que ya no se venden
cli-arg-json = En JSON: una lista con un objeto por fila, claves en inglés, importes en unidades mínimas
cli-value-kind = TIPO
cli-value-words = FILTRO
cli-value-view = VISTA
cli-value-sort = COLUMNAS
cli-value-columns = COLUMNAS
cli-value-limit = N
cli-yes = sí
cli-no = no
cli-nothing-found = No se ha encontrado nada
cli-list-count =
    { $count ->
        [one] { $shown } de { $count } fila
       *[other] { $shown } de { $count } filas
    }
cli-columns-left-out =
    { $count ->
        [one] Falta { $count } columna que no cabe: --columns las elige, --json las da todas
       *[other] Faltan { $count } columnas que no caben: --columns las elige, --json las da todas
    }
cli-error-filter = El filtro no se entiende en la columna { $column }: { $message }
cli-error-column = No hay ninguna columna «{ $column }» en esta lista
cli-about-rate = Publica las estrellas de todos a día de hoy y dice cuántos clientes tienen cuáles
cli-usage-rate = cartera rate [OPCIONES]
cli-arg-recalibrate = Fija de nuevo los umbrales de las estrellas

## The example portfolio

demo-nothing-is-kept = Cartera de ejemplo: haga lo que quiera, nada se guarda.
demo-kept = Cartera de ejemplo escrita. Ábrala con: cartera --db { $path }
cli-about-demo = Enseña el programa con una cartera de ejemplo; no se guarda nada
cli-usage-demo = cartera demo [--keep ARCHIVO]
cli-arg-keep = En lugar de enseñarla, la escribe en un archivo nuevo
cli-value-keep = ARCHIVO
cli-error-no-portfolio = No hay ninguna cartera en { $path }; no se ha creado.
cli-advice-no-portfolio = Revise el nombre. Para empezar una, abra cartera ahí o importe un archivo.
cli-error-exists = Ya existe { $path }.
cli-advice-exists = El ejemplo solo se escribe en un archivo nuevo: diga otro nombre.
cli-about-import = Importa archivos CSV: clientes, contactos, productos, vendedores o ventas
cli-usage-import = cartera import ARCHIVO… [OPCIONES]
cli-arg-files = Los archivos, en cualquier orden; lo que es cada uno se ve en su encabezado
cli-value-files = ARCHIVO
cli-arg-dry-run = Dice lo que haría y no escribe nada
cli-arg-keep-repeats = Importa también las filas que repiten otra de su documento
cli-about-show = Muestra todo lo de un cliente, como su ficha
cli-usage-show = cartera show CLIENTE [OPCIONES]
cli-about-brief = Dice lo que conviene saber de un cliente antes de visitarlo
cli-usage-brief = cartera brief CLIENTE [OPCIONES]
cli-arg-client = El cliente: su código, su nombre o parte del nombre
cli-value-client = CLIENTE
cli-client-unknown = No hay ningún cliente «{ $text }»
cli-client-ambiguous =
    { $count ->
        [one] «{ $text }» no es el nombre de un cliente, pero puede que se trate de:
       *[other] «{ $text }» puede ser cualquiera de { $count } clientes:
    }
cli-about-doctor = Examina la base de datos sin cambiarla
cli-usage-doctor = cartera doctor [OPCIONES]
cli-doctor-file = Archivo: { $path } ({ $bytes } bytes)
cli-doctor-private = Permisos: { $mode }, solo para su dueño
cli-doctor-open = Permisos: { $mode }. Otros pueden leerlo: quíteles el permiso con «chmod 600»
cli-doctor-versions = cartera { $version } · SQLite { $sqlite } · esquema { $schema } de { $latest } · diario { $journal }
cli-doctor-rows = Filas: { $rows } · acciones { $actions }
cli-doctor-damage = Daño: { $damage }
cli-doctor-dangling = Referencias a filas que no están: { $count }
cli-doctor-sound = Todo está bien
cli-doctor-unsound = La base de datos está dañada: haga una copia del archivo y recupere una copia de seguridad

## La línea rápida

log-minutes = { $minutes } min
log-outcome = resultado: { $outcome }
log-they-call = llamarán ellos; si no, a partir del { $date }
log-next = seguimiento: { $date }
log-offers = ofrecido: { $products }
log-tags = etiqueta: { $tags }
log-sale-number = documento { $number }
log-sale-item = { $quantity } × { $product } a { $price } = { $amount }
log-sale-no-price = { $quantity } × { $product }, sin precio
log-sale-paid = último precio
log-sale-listed = precio de lista
log-sale-text = «{ $product }» sin ficha
log-sale-unknown = ¿{ $product }?
log-sale-total = total { $amount }
log-unknown-name = «{ $name }:» no significa nada aquí y queda como texto (vale con: el: res: of: tag: seg:)
log-unknown-outcome = «{ $value }» no es un resultado y queda como texto (bien, regular, mal, nc)
log-no-value = Detrás de «{ $word }» no hay nada; queda como texto
log-quotes = Las comillas de «{ $word }» no se cierran; queda como texto
log-twice = «{ $name }:» está dos veces; cuenta la primera
log-in-the-future = el { $date } aún no ha llegado
log-already-past = el { $date } ya ha pasado
log-long-tag = La etiqueta «{ $tag }» es demasiado larga; queda como texto
log-outside = «{ $text }» no puede ser: la cantidad no puede ser cero, ni el precio menos que nada, ni el descuento más del 100 %
log-no-product = Falta un producto: escriba cantidad, producto y precio, o quite lo que sobra
log-two-readings = «{ $name }» se puede leer de dos maneras: ponga entre comillas el nombre del producto
log-mixed = Unas cantidades son negativas y otras no: venta y devolución van por separado

log-nobody = Aquí no hay nadie que se llame «{ $name }»: corríjalo, o quite con:
log-nobody-client = No hay ningún cliente «{ $name }»
log-nobody-product = No hay ningún producto «{ $name }»
log-several = «{ $name }» puede ser más de uno
log-other-client = «{ $name }» es otro cliente, o parte del texto: al aceptar se pregunta
log-no-such-client = No hay ningún cliente «{ $name }»: se anota para { $client }, y «{ $name }:» queda como texto


import-head = { $file }: { $kind } ({ $rows ->
        [one] { $rows } fila
       *[other] { $rows } filas
    })
import-tabulator = tabulador
import-form = UTF-8, columnas separadas por «{ $delimiter }»
import-columns = Columnas: { $columns }
import-columns-unknown = Sin importar: { $columns }
import-not-closed = La última línea no termina en salto de línea: puede que el archivo esté cortado
import-form-number = { $column }: decimales con «{ $what }» ({ $because })
import-form-date = { $column }: fechas { $what } ({ $because })
import-form-fraction = { $column }: 0,15 es un 15 % ({ $because })
import-because-values = lo dicen sus valores
import-because-others = lo dicen las demás columnas
import-because-locale = cabían dos lecturas y es la de su país; compruébelo
import-counts = { $what }: altas { $new }, cambios { $updated }, sin cambios { $unchanged }
import-count-salespeople = Vendedores
import-count-families = Familias
import-count-products = Productos
import-count-clients = Clientes
import-count-contacts = Contactos
import-count-sales = Documentos de venta
import-count-lines = Líneas de venta
import-total = Total: { $exact }
import-total-rounded = Total: { $exact }, con todo sumado y redondeado una sola vez. Guardado suma { $kept }, porque cada línea se redondea por separado ({ $rounded ->
        [one] { $rounded } línea no era exacta
       *[other] { $rounded } líneas no eran exactas
    })
import-left-no-client = Filas sin cliente: { $count }, por { $amount } ({ $where }). No se importan: no se sabe a quién se vendió
import-left-repeat = Filas repetidas letra por letra en su documento: { $count }, por { $amount } ({ $where }). No se importan; con --keep-repeats, sí
import-left-own-cost = Gastos propios, como comisiones bancarias e impagados: { $count }, por { $amount } ({ $where }). No se importan: no son ventas
import-left-no-quantity = Filas con cantidad cero: { $count } ({ $where }). No se importan
import-note-return = Líneas de devolución: { $count }, por { $amount } ({ $where })
import-note-charge = Portes, descuentos, comisiones y ajustes: { $count }, por { $amount } ({ $where }). Cuentan para el cliente, sin producto
import-note-free = Líneas a precio cero: { $count } ({ $where }). Se guardan como regaladas
import-note-other-amount = Líneas cuyo importe no es cantidad por precio menos descuento: { $count } ({ $where }). Se ha tomado lo calculado
import-note-merged = Filas sobre algo que ya salía más arriba: { $count } ({ $where }). Se han unido
import-note-future = Líneas con fecha posterior a hoy: { $count } ({ $where }). ¿Está bien leída la fecha?
import-where =
    { $count ->
        [one] línea { $lines }
       *[other] líneas { $lines }
    }
import-rejected =
    { $count ->
        [one] Rechazada { $count } fila:
       *[other] Rechazadas { $count } filas:
    }
import-rejected-cells =
    { $count ->
        [one] Rechazada { $count } celda; el resto de su fila entra:
       *[other] Rechazadas { $count } celdas; el resto de sus filas entra:
    }
import-rejected-more = y { $count } más
import-not-written = no se ha importado { $path }
import-written-before = Antes sí se ha importado: { $files }
import-unreadable = no se ha importado nada
import-stage-looking = Mirando
import-stage-reading = Leyendo
import-stage-writing = Escribiendo
import-end-simulated = Simulación: no se ha escrito nada
import-end-done = Importado. Se deshace entero con «u» en el programa
import-end-nothing = No había nada nuevo: no se ha cambiado nada
cli-about-log = Anota una visita, llamada, correo, mensaje, nota o venta: cartera log v "lópez: presenté el X2 seg:lunes"
cli-usage-log = cartera log TIPO "CLIENTE: LÍNEA" [OPCIONES]
cli-arg-log-kind = v visita, l llamada, c correo, m mensaje, t nota, venta (o '$'), o la palabra entera
cli-arg-line = El cliente, dos puntos y lo que se escribiría en la pantalla; el cliente solo es hoy, sin más
cli-value-log-kind = TIPO
cli-value-line = LÍNEA
cli-error-no-client = Falta el cliente antes de los dos puntos
cli-advice-no-client = Por ejemplo: cartera log v "lópez: presenté el X2 seg:lunes"
cli-log-dry-run = Prueba: no se ha anotado nada

## Las columnas de una lista

columns-title = Columnas · { $list }
columns-no-room = (aquí no cabe)

## Grupos de filas

group-month = { $month } de { $year }
group-empty = (vacío)

## Fields that users define

field-custom = Campos propios
field-choices = Opciones
form-section-custom = Campos propios
form-choice-none = –
form-title-new-custom-field = Campo nuevo
form-title-edit-custom-field = Campo: { $name }
form-error-label = La etiqueta empieza por una letra, para que los filtros puedan nombrarla
form-error-label-taken = «{ $name }» ya significa algo en los filtros: llámelo, por ejemplo, «{ $near }»
form-error-no-choices = Escriba entre qué se elige, separado por comas: norte, sur
fields-title = Campos propios de los clientes
fields-none = Todavía no hay ninguno: «n» añade uno
fields-values = { $count ->
    [one] 1 valor
   *[other] { $count } valores
}
confirm-remove-field = { $count ->
    [0] ¿Borrar el campo «{ $label }»? Se puede deshacer.
    [one] ¿Borrar el campo «{ $label }» y el valor que tiene una fila en él? Se puede deshacer.
   *[other] ¿Borrar el campo «{ $label }» y los { $count } valores que tienen las filas en él? Se puede deshacer.
}
failure-unfit = { $count ->
    [one] Hay 1 valor que no cabe ahí.
   *[other] Hay { $count } valores que no caben ahí.
}
failure-unfit-advice = Cámbielos antes, o deje el campo como está.
done-add-custom-field = Campo añadido: { $subject }
done-edit-custom-field = Campo guardado: { $subject }
done-move-custom-field = Campo movido: { $subject }
done-delete-custom-field = Campo borrado: { $subject }
action-define-fields = Definir campos propios
footer-define-fields = campos
kind-custom-entity-client = cliente
kind-custom-entity-contact = contacto
kind-custom-entity-product = producto
kind-custom-entity-sale = venta
kind-custom-text = texto
kind-custom-number = número
kind-custom-money = dinero
kind-custom-date = fecha
kind-custom-flag = sí o no
kind-custom-choice = opción
