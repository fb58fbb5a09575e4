package io.oceanid.support.failure;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** A request without the credentials that it needs: 401. */
public final class UnauthenticatedException extends ErrorResponseException {

    /** @param scheme the way to authenticate that is asked for, such as {@code Basic} */
    public UnauthenticatedException(String scheme) {
        super(HttpStatus.UNAUTHORIZED);
        getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, scheme + " realm=\"oceanid\"");
    }
}
