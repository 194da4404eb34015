//! The `mailto:` URL of RFC 6068.

use super::one_line;

/// A longer URL is cut by some mail programs, mostly those in a browser.
pub const MOST_URL: usize = 8_000;

/// The URL that opens an email. Only letters, digits, `-._~` and its own `:@?&=%` are in it, whatever the texts hold:
/// nothing in it means anything to a shell or a terminal within quotes.
pub fn mailto(address: &str, subject: &str, body: Option<&str>) -> String {
    let mut url = String::from("mailto:");
    // The last @ parts the address; another one is text.
    let address = one_line(address);
    match address.rsplit_once('@') {
        Some((local, domain)) => {
            encode(&mut url, local);
            url.push('@');
            encode(&mut url, domain);
        }
        None => encode(&mut url, &address),
    }
    url.push_str("?subject=");
    encode(&mut url, &one_line(subject));
    if let Some(body) = body {
        url.push_str("&body=");
        let lines = body.replace("\r\n", "\n").replace('\r', "\n");
        encode(&mut url, &lines.replace('\n', "\r\n"));
    }
    url
}

fn encode(url: &mut String, text: &str) {
    const HEX: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            url.push(char::from(byte));
        } else {
            url.extend(['%', HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 15)]]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn decode(text: &str) -> String {
        let mut bytes = Vec::new();
        let mut rest = text.bytes();
        while let Some(byte) = rest.next() {
            if byte == b'%' {
                let digits = [rest.next().unwrap(), rest.next().unwrap()];
                bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).unwrap(), 16).unwrap());
            } else {
                bytes.push(byte);
            }
        }
        String::from_utf8(bytes).unwrap()
    }

    /// Address, subject and body, as a mail program reads them.
    fn read(url: &str) -> (String, String, String) {
        let (address, rest) = url.strip_prefix("mailto:").unwrap().split_once("?subject=").unwrap();
        let (subject, body) = rest.split_once("&body=").unwrap();
        (decode(address), decode(subject), decode(body))
    }

    #[test]
    fn a_letter_is_encoded_as_the_standard_says() {
        assert_eq!(
            mailto("ana+1@x.es", "¿50 % & más?", Some("Hola, Ñ:\n\nA\r\nB\rC")),
            "mailto:ana%2B1@x.es?subject=%C2%BF50%20%25%20%26%20m%C3%A1s%3F\
             &body=Hola%2C%20%C3%91%3A%0D%0A%0D%0AA%0D%0AB%0D%0AC"
        );
        assert_eq!(mailto("a,b@x.es", "s\r\nBcc: z", None), "mailto:a%2Cb@x.es?subject=s%20%20Bcc%3A%20z");
    }

    proptest! {
        #[test]
        fn what_is_read_from_a_url_is_what_was_put_into_it(
            address in "\\PC{0,20}(@\\PC{0,20})?", subject in any::<String>(), body in any::<String>()
        ) {
            let url = mailto(&address, &subject, Some(&body));
            prop_assert!(url.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~:@?&=%".contains(&byte)), "{}", url);
            let lines = body.replace("\r\n", "\n").replace('\r', "\n").replace('\n', "\r\n");
            prop_assert_eq!(read(&url), (one_line(&address), one_line(&subject), lines));
        }
    }
}
