package io.athanor.examples.blog;
import io.athanor.orm.mapping.*;
@Mapped(table = "addresses")
public class Address {
    @Id private Integer id;
    @Column(name = "email_address", nullable = false) private String email;
    @Column(name = "user_id", references = "users.id") private Integer userId;
    protected Address() { }
    public Address(String email) { this.email = email; }
    public Integer getId() { return id; } public String getEmail() { return email; } public void setUserId(Integer id) { userId = id; }
}
