### Lo que leen los usuarios, en español. Las mismas claves y variables que en.ftl.

## Tabs

tab-today = Hoy
tab-clients = Clientes
tab-contacts = Contactos
tab-sales = Ventas
tab-followups = Seguimientos
tab-activity = Actividad
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
kind-follow-up-state-dropped = descartado
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
field-potential = Potencial anual
field-potential-on = Potencial estimado el
field-potential-source = Origen del potencial
field-star-override = Estrellas fijadas
field-override-reason = Motivo
field-override-until = Hasta
field-visit-every = Visitar cada (días)
field-touch-every = Contactar cada (días)
field-do-not-contact = No contactar
field-notes = Notas
field-archived = Archivado
field-client = Cliente
field-contact = Contacto
field-salesperson = Vendedor
field-job-title = Puesto
field-role = Función
field-main = Principal
field-language = Idioma
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
field-scale = Escala
field-sent-on = Enviada el
field-answered-on = Respondida el
field-score = Puntuación
field-comment = Comentario
field-due = Vence
field-title = Asunto
field-recurrence = Repetición
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
field-next-due = Próximo
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
error-date-out-of-range = Fecha fuera de rango: de los años 1 a 9999

## Why these stars, and why they changed

rating-sentence = { $text }.
rating-earned = { $earned }/año = { $pace } al ritmo de sus compras × { $activity } activo (última { $last }; suele comprar cada { $gap } d)
rating-earned-once = { $earned }/año = { $pace } al ritmo de su única compra × { $activity } activo (fue { $last }; lo usual es comprar cada { $gap } d)
rating-earned-and-potential = { $earned } + { $part } = { $value }.
rating-potential-alone = { $value }/año = { $part }; { $sales }.
rating-nothing = { $value }/año: { $sales }.
rating-sales-none = sin compras ni potencial vigente
rating-sales-not-yet = aún no ha comprado
rating-sales-returned = lo comprado menos lo devuelto no suma nada
rating-part-elsewhere = { $weight } de { $elsewhere } que aún compra a otros ({ $estimate })
rating-part-possible = { $weight } de { $elsewhere } que podría comprar ({ $estimate })
rating-estimate = potencial { $potential }, estimado el { $on }
rating-estimate-by = potencial { $potential }, estimado por { $who } el { $on }
rating-estimate-half = { $estimate }; cuenta la mitad por tener más de { $months } meses
rating-potential-old = No cuenta lo que podría comprar, por tener la estimación más de { $months } meses ({ $estimate }).
rating-potential-covered = Su potencial no añade nada: ya nos compra tanto ({ $estimate }).
rating-silent = Sin estrella por llevar { $overdue } intervalos sin comprar.
rating-from = { $star }★ desde { $amount }
rating-no-thresholds = Aún no hay umbrales: cuando se calcularon no había compras.
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
form-title-new-follow-up = Seguimiento nuevo
form-title-new-salesperson = Vendedor nuevo
form-title-edit-client = Cliente: { $name }
form-title-edit-contact = Contacto: { $name }
form-title-edit-product = Producto: { $name }
form-title-edit-sale = Venta: { $name }
form-title-edit-follow-up = Seguimiento: { $name }
form-title-edit-salesperson = Vendedor: { $name }
form-section-file = Ficha
form-section-care = Atención
form-section-more = Otros datos
form-language-name = español
form-language-unknown = no consta
form-yes = sí
form-no = no
form-total = Total
form-unsaved = sin guardar
form-saving = Guardando…
form-looking-up = Buscando…
form-pick-as-text = { $name } · sin producto, solo texto
form-pick-none = No hay ninguno así
form-hint-choice = ← → o la primera letra
form-hint-flag = espacio, s o n
form-hint-notes = Intro: línea nueva; en una vacía, sigue
form-hint-tags = separadas por comas
form-hint-reference = escriba y elija con ↑ ↓
form-hint-client-first = elija antes el cliente
form-hint-line = en una línea vacía, Intro guarda
form-date-understood = { $weekday } { $date }
form-date-past = { $weekday } { $date }: ya ha pasado
form-date-future = { $weekday } { $date }: aún no ha llegado
form-example-due = +15d, lunes, { $date }
form-example-past = hoy, ayer, { $date }
form-error-with-example = { $what } · p. ej. { $example }
form-error-required = Falta: { $field }
form-error-email = No parece un correo · p. ej. ana@empresa.com
form-error-currency = No es una moneda: son tres letras · p. ej. EUR, USD, MXN
form-error-negative = No puede ser negativo
form-error-not-positive = Tiene que ser mayor que cero
form-error-outside = Tiene que estar entre { $least } y { $most }
form-error-no-client = No hay un único cliente «{ $name }»: elija uno de la lista
form-error-no-contact = Este cliente no tiene un único contacto «{ $name }»: elija uno de la lista
form-error-no-product = No hay un único producto «{ $name }»: elija uno de la lista
form-error-no-salesperson = No hay un único vendedor «{ $name }»: elija uno de la lista
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
form-refused-stale = No se ha guardado: lo han cambiado desde que usted lo abrió. Copie lo suyo, cierre y vuelva a abrirlo
form-refused-gone = No se ha guardado: ya no existe, o no existe algo a lo que se refiere
form-refused-busy = No se ha guardado: otro programa está escribiendo. Vuelva a guardar dentro de un momento
form-refused-full = No se ha guardado: no queda sitio en el disco. Haga sitio y vuelva a guardar
form-refused-read-only = No se ha guardado: no se puede escribir en la base de datos
form-refused-amount = No se ha guardado: el importe es demasiado grande
form-refused-other = No se ha guardado: { $detail }

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
import-reason-word = no conozco la palabra «{ $text }»
import-reason-currency = no es una moneda: «{ $text }». Son tres letras, p. ej. EUR
import-reason-no-rate = está en { $text } y no dice a qué cambio. Añada una columna «Tipo de cambio»
import-reason-ambiguous = hay varios que se llaman «{ $text }». Añada su código
import-reason-circle = «{ $text }» acabaría dependiendo de sí mismo
import-reason-mixed-currency = otra línea del mismo documento tiene otra moneda u otro cambio
